import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { program } from './program.ts';

/** The program that is measured. */
export interface Shipped {
	readonly argv: readonly [string, ...string[]];
	/** For the table. */
	readonly title: string;
}

const file = join(import.meta.dirname, '../../out', `httpd-medic-linux-${process.arch}`);

/** The single file where `npm run package` has made one; else the build, on Node. */
export function shipped(): Shipped {
	return existsSync(file)
		? { argv: [file], title: 'the single file' }
		: { argv: [process.execPath, program], title: 'the build on Node (npm run package makes the single file)' };
}
