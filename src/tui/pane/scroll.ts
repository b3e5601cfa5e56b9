/** The topmost row of a pane: a row of a wrapped line. Both count from 0. */
export interface Anchor {
	readonly line: number;
	readonly row: number;
}

/** What scrolling needs to know of the content. A line has at least one row. */
export interface Geometry {
	readonly count: number;
	readonly height: number;
	readonly rowsOf: (line: number) => number;
}

export const start: Anchor = { line: 0, row: 0 };

export function isBefore(a: Anchor, b: Anchor): boolean {
	return a.line < b.line || (a.line === b.line && a.row < b.row);
}

/** The lowest anchor that still fills the pane. Costs no more than one pane of rows. */
export function lastTop(geometry: Geometry): Anchor {
	let missing = geometry.height;
	for (let line = geometry.count - 1; line >= 0; line -= 1) {
		const rows = geometry.rowsOf(line);
		if (rows >= missing) return { line, row: rows - missing };
		missing -= rows;
	}
	return start;
}

export function clamp(anchor: Anchor, geometry: Geometry): Anchor {
	const end = lastTop(geometry);
	if (!isBefore(anchor, end)) return end;
	if (isBefore(anchor, start)) return start;
	return { line: anchor.line, row: Math.min(anchor.row, geometry.rowsOf(anchor.line) - 1) };
}

/** Moved by rows, down when positive; stays within the content. */
export function moveBy(anchor: Anchor, delta: number, geometry: Geometry): Anchor {
	let { line, row } = anchor;
	row += delta;
	while (row < 0 && line > 0) {
		line -= 1;
		row += geometry.rowsOf(line);
	}
	while (line < geometry.count && row >= geometry.rowsOf(line)) {
		row -= geometry.rowsOf(line);
		line += 1;
	}
	return clamp({ line, row: Math.max(0, row) }, geometry);
}

/** Rows from the top of the pane downwards, at most its height. */
export function visibleRows(anchor: Anchor, geometry: Geometry): readonly Anchor[] {
	const rows: Anchor[] = [];
	for (let line = anchor.line; line < geometry.count && rows.length < geometry.height; line += 1) {
		const count = geometry.rowsOf(line);
		for (let row = line === anchor.line ? anchor.row : 0; row < count && rows.length < geometry.height; row += 1) {
			rows.push({ line, row });
		}
	}
	return rows;
}

/** Stays where it is when the line can be seen, else brings it to the upper third. */
export function reveal(line: number, anchor: Anchor, geometry: Geometry): Anchor {
	const isSeen = visibleRows(anchor, geometry).some((each) => each.line === line && each.row === 0);
	if (isSeen) return anchor;
	return moveBy({ line: Math.min(line, Math.max(0, geometry.count - 1)), row: 0 }, -Math.floor(geometry.height / 3), geometry);
}
