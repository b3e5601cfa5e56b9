import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The text of a licence or of an exception, without copyright lines. Throws where it is not among those that are kept here. */
export function licenceText(id: string): string {
	const file = join(import.meta.dirname, 'licences', `${id.replace(/-or-later$/, '')}.txt`);
	return readFileSync(file, 'utf8').replaceAll('\f', '').trim();
}
