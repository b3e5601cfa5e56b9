import type { Screen } from '../../session/screen-types.ts';
import { foreignLine } from './foreign.ts';

/** The steps that led to a screen, in one row. The last is the heading of most screens, and stands here where it is not. */
export function pathOf({ banner: { path }, body }: Screen, arrow: string): string {
	const isHeading = body.kind !== 'diagnosis' && body.kind !== 'ended';
	const names = path.map(foreignLine);
	return isHeading
		? names
				.slice(0, -1)
				.map((name) => `${name} ${arrow}`)
				.join(' ')
		: names.join(` ${arrow} `);
}
