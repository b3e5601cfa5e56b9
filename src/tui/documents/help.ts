import type { TuiMessages } from '../../catalogue/index.ts';
import { blank, lines, type PaneLine } from '../pane/content.ts';
import { pad } from '../text/shorten.ts';

const keyWidth = 24;

/** All keys by group, then the warnings of the session. */
export function helpDocument(warnings: readonly string[], m: TuiMessages): readonly PaneLine[] {
	const groups = m.help.groups.flatMap((group) => [
		...lines(group.title, 'title'),
		...group.keys.flatMap(([keys, meaning]) => lines(`${pad(keys, keyWidth, '')} ${meaning}`, 'plain', 2)),
		blank,
	]);
	if (warnings.length === 0) return groups;
	return [
		...lines(m.help.warnings, 'title'),
		...warnings.flatMap((warning) => lines(`- ${warning}`, 'warn', 2)),
		blank,
		...groups,
	];
}
