import type { TuiMessages } from '../../catalogue/index.ts';
import type { ExportPreview } from '../../engine/door-host.ts';
import { lines, type PaneLine } from '../pane/content.ts';

/** Each rule with the files and lines in which it hides something, and what the operator chose. */
export function previewDocument({ hidden, hide, keep, rules }: ExportPreview, m: TuiMessages): readonly PaneLine[] {
	const ids = [...new Set(hidden.map((each) => each.rule))];
	const titleOf = (id: string): string => rules.find((each) => each.id === id)?.title ?? id;
	return [
		...(ids.length === 0 ? lines(m.export.nothingHidden, 'muted') : []),
		...ids.flatMap((id) => {
			const places = hidden.filter((each) => each.rule === id);
			const count = places.reduce((sum, each) => sum + each.count, 0);
			return [
				...lines(m.export.hiddenBy(titleOf(id), count), 'title'),
				...places.flatMap(({ file, lines: numbers, count: all }) => lines(m.export.hiddenAt(file, numbers, all), 'plain', 2)),
			];
		}),
		...keep.flatMap((id) => lines(m.export.lifted(titleOf(id)), 'warn')),
		// What is to be hidden is not shown to whoever looks over the shoulder.
		...(hide.length === 0 ? [] : lines(m.export.hiddenTexts(hide.length), 'accent')),
	];
}
