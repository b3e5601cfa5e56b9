import type { TuiMessages } from '../../catalogue/index.ts';
import type { CollectionItem } from '../../session/screen-types.ts';
import { allot, type Wish } from '../text/allot.ts';
import type { Glyphs, Tone } from '../theme.ts';
import { paragraphRows } from '../widgets/Paragraph.tsx';

interface Note {
	readonly text: string;
	readonly tone: Tone;
	readonly rows: number;
	/** Rows that it has even where the output would need them. */
	readonly least: number;
}

/** What is said about a collector above its output, the weightiest first. */
export function notesOf(item: CollectionItem, canConsent: boolean, m: TuiMessages, glyphs: Glyphs): readonly Note[] {
	const [first = m.collect.unplanned, ...more] = item.commands;
	const facts = item.evidence.flatMap((each) => each.facts);
	const found = [item.problem, ...item.evidence.map((each) => each.problem)].filter((problem) => problem !== null);
	const problems = new Set(found.map((problem) => `${problem.message} ${problem.advice}`));
	const command = more.length === 0 ? first : `${first} (+${more.length})`;
	const waits = canConsent && item.state === 'needs-consent';
	return [
		{ text: item.commands.length === 0 ? command : `$ ${command}`, tone: 'accent', rows: 2, least: 1 },
		{
			text: `${m.collect.risk}: ${m.risks[item.risk]}. ${item.why}`,
			tone: 'muted',
			rows: 2,
			least: item.risk === 'read' ? 0 : 1,
		},
		...[...problems].map((text): Note => ({ text, tone: 'warn', rows: 3, least: 1 })),
		...(waits ? [{ text: m.collect.consentHint, tone: 'warn', rows: 2, least: 1 } satisfies Note] : []),
		...(facts.length === 0
			? []
			: [
					{
						text: `${m.collect.facts}: ${facts.join(` ${glyphs.separator} `)}`,
						...({ tone: 'good', rows: 2, least: 1 } satisfies Partial<Note>),
					},
				]),
	];
}

/** Each gets its least first, then the upper ones more; what no longer fits is dropped, so that the output keeps its rows. */
export function withinRows(notes: readonly Note[], width: number, rows: number): readonly Note[] {
	const wishes = notes.map((note): [string, Wish] => [
		note.text,
		{ least: note.least, most: paragraphRows(note.text, width, note.rows) },
	]);
	const given = allot(Math.max(1, rows), Object.fromEntries(wishes));
	return notes.flatMap((note) => ((given[note.text] ?? 0) > 0 ? [{ ...note, rows: given[note.text] ?? 0 }] : []));
}
