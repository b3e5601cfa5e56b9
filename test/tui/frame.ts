import stringWidth from 'string-width';
import { expect } from 'vitest';
import type { Stage } from './stage.ts';

/** Sizes that every screen must keep to. */
export const sizes = [
	[80, 24],
	[160, 50],
	[60, 20],
	[200, 60],
	[300, 80],
] as const;

const forbidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** The laws of a frame: less rows than the terminal, no row too wide, nothing foreign undisguised, and the keys at the end. */
export function expectFrame(drawn: Stage, columns: number, rows: number): void {
	const frame = drawn.rows();
	expect(frame.length).toBeLessThan(rows);
	for (const row of frame) {
		expect(stringWidth(row), row).toBeLessThanOrEqual(columns);
		expect(row).not.toMatch(forbidden);
	}
	expect(frame.at(-1)).toMatch(/(?:\? help {2}q|Ctrl-C) quit$/);
}
