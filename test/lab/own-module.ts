import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import type { Ledger } from './ledger.ts';

const run = promisify(execFile);
const sources = join(import.meta.dirname, 'modules');

interface Build {
	readonly stripped?: boolean;
	/** A library of our own that the module needs. */
	readonly library?: OwnLibrary;
}

/** A shared library below the scratch folder. */
export interface OwnLibrary {
	readonly folder: string;
	/** As for the option -l of a linker. */
	readonly name: string;
}

/** Compiles `modules/NAME.c` as a shared library called `soname`, such as `libcrypto.so.1.0.0`. */
export async function ownLibrary(ledger: Ledger, name: string, soname: string): Promise<OwnLibrary> {
	const folder = join(ledger.scratch, 'lib');
	mkdirSync(folder, { recursive: true });
	const flags = ['-shared', '-fPIC', '-g', `-Wl,-soname,${soname}`];
	await run('gcc', [...flags, '-o', join(folder, soname), join(sources, `${name}.c`)]);
	const stem = basename(soname).replace(/\.so\..*$/, '');
	symlinkSync(soname, join(folder, `${stem}.so`));
	return { folder, name: stem.replace(/^lib/, '') };
}

/** Compiles `modules/mod_NAME.c` with apxs below the scratch folder; answers the directive that loads it. */
export async function ownModule(ledger: Ledger, name: string, { stripped = false, library }: Build = {}): Promise<string> {
	const folder = join(ledger.scratch, 'modules');
	mkdirSync(folder, { recursive: true });
	const file = `mod_${name}`;
	copyFileSync(join(sources, `${file}.c`), join(folder, `${file}.c`));
	const linked = library ? [`-L${library.folder}`, `-l${library.name}`, `-Wl,-Wl,-rpath,${library.folder}`] : [];
	await run('apxs', ['-c', `-I${sources}`, ...linked, `${file}.c`], { cwd: folder });
	const built = join(folder, `${file}.so`);
	copyFileSync(join(folder, '.libs', `${file}.so`), built);
	if (stripped) await run('strip', [built]);
	return `LoadModule ${name}_module ${built}`;
}
