import type { ReactElement } from 'react';
import type { TuiMessages } from '../../catalogue/index.ts';
import type { LogSearchView } from '../../session/screen-types.ts';
import { searchNote } from '../documents/search.ts';
import { useUi } from '../ui.ts';
import { Paragraph, paragraphRows } from '../widgets/Paragraph.tsx';

const mostRows = 2;

/** Rows that the line takes; none while a search runs, whose progress stands below every screen. */
export function searchRows(search: LogSearchView | null, width: number, m: TuiMessages): number {
	const note = search && searchNote(search, m);
	return note ? paragraphRows(note.text, width, mostRows) : 0;
}

/** That more of the log can be searched, or what the search of all of it has found. */
export function SearchLine({
	search,
	width,
}: {
	readonly search: LogSearchView | null;
	readonly width: number;
}): ReactElement | null {
	const { m } = useUi();
	const note = search && searchNote(search, m);
	return note && <Paragraph text={note.text} width={width} rows={mostRows} tone={note.tone} />;
}
