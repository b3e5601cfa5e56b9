import type { TuiMessages } from '../../catalogue/index.ts';
import { blank, lines, type PaneLine } from '../pane/content.ts';
import { pad } from '../text/shorten.ts';

const keyWidth = 22;
const indent = 2;

/** All keys by group, then the warnings of the session. */
export function helpDocument(warnings: readonly string[], m: TuiMessages): readonly PaneLine[] {
	const groups = m.help.groups.flatMap((group) => [
		...lines(group.title, 'title'),
		...group.keys.flatMap(([keys, meaning]) => keyLine(keys, meaning)),
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

function keyLine(keys: string, meaning: string): readonly PaneLine[] {
	const row = `${pad(keys, keyWidth, '')} ${meaning}`;
	return lines(row, 'plain', indent).map((line) => ({ ...line, hang: indent + keyWidth + 1 }));
}
