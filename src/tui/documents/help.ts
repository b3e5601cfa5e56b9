import type { TuiMessages } from '../../catalogue/index.ts';
import { distinct, type Group, type Listing } from '../bindings.ts';
import { blank, lines, type PaneLine } from '../pane/content.ts';
import { pad } from '../text/shorten.ts';
import { widthOf } from '../text/cells.ts';

const leastKeyWidth = 12;
const indent = 2;
const groups: readonly Group[] = ['here', 'list', 'text', 'everywhere'];

/** The keys that do something on what lies below, by group, and the warnings of the session. */
export function helpDocument(listings: readonly Listing[], warnings: readonly string[], m: TuiMessages): readonly PaneLine[] {
	const told = distinct(listings);
	const rows = groups.map((group) => ({
		group,
		rows: rowsOf(
			told.filter((each) => each.group === group),
			m,
		),
	}));
	const width = Math.max(leastKeyWidth, ...rows.flatMap((each) => each.rows.map(([keys]) => widthOf(keys)))) + 1;
	const keys = rows.flatMap((each) =>
		each.rows.length === 0
			? []
			: [
					...lines(m.help.groups[each.group], 'title'),
					...each.rows.flatMap(([names, meaning]) => keyLine(names, meaning, width)),
					blank,
				],
	);
	if (warnings.length === 0) return keys;
	return [...lines(m.help.warnings, 'title'), ...warnings.flatMap((warning) => lines(`- ${warning}`, 'warn', 2)), blank, ...keys];
}

/** Keys that mean the same stand in one row. */
function rowsOf(listings: readonly Listing[], m: TuiMessages): readonly (readonly [string, string])[] {
	const byMeaning = new Map<string, string[]>();
	for (const { keys, does } of listings.flatMap(({ bindings }) => bindings)) {
		const meaning = m.help.keys[does];
		byMeaning.set(meaning, [...(byMeaning.get(meaning) ?? []), ...keys]);
	}
	return [...byMeaning].map(([meaning, keys]) => [namesOf(keys, m), meaning]);
}

/** `1 to 4` in place of each digit. */
function namesOf(keys: readonly string[], m: TuiMessages): string {
	const isRow = keys.length > 2 && keys.every((key, index) => key === String(index + 1));
	return isRow ? m.help.digits(keys.length) : keys.join(', ');
}

function keyLine(keys: string, meaning: string, width: number): readonly PaneLine[] {
	const row = `${pad(keys, width, '')} ${meaning}`;
	return lines(row, 'plain', indent).map((line) => ({ ...line, hang: indent + width + 1 }));
}
