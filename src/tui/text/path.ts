import type { Screen } from '../../session/screen-types.ts';
import type { Glyphs } from '../theme.ts';
import { widthOf } from './cells.ts';
import { foreignLine } from './foreign.ts';
import { shortenStart } from './shorten.ts';

/**
 * The steps that led to a screen, in one row of at most `width` columns: the first give way, each as a whole. The last is the
 * heading of most screens, and stands here where it is not.
 */
export function pathOf({ banner: { path }, body }: Screen, width: number, { arrow, ellipsis }: Glyphs): string {
	const isHeading = body.kind !== 'diagnosis' && body.kind !== 'ended';
	const names = path.map(foreignLine);
	const steps = isHeading ? names.slice(0, -1) : names;
	const tail = isHeading && steps.length > 0 ? ` ${arrow}` : '';
	for (let from = 0; from < steps.length; from += 1) {
		const shown = (from === 0 ? steps : [ellipsis, ...steps.slice(from)]).join(` ${arrow} `) + tail;
		if (widthOf(shown) <= width || from === steps.length - 1) return shortenStart(shown, width, ellipsis);
	}
	return '';
}
