import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Bom, bomWith } from './bom.ts';
import { bunComponent, versionsIn } from './bun-parts.ts';
import { bomFile, noticesFile } from './describe.ts';
import { filesBelow } from './files-below.ts';
import { runtimeNotices } from './notices.ts';
import { fetchBun, ownPlatform, type Platform } from './runtimes.ts';

/** Paths of a file and of its bill of materials, and the licences of all that is in it. */
export interface SingleFile {
	readonly executable: string;
	readonly bom: string;
	readonly notices: string;
}

/** What the program reads at run time; a single file carries it inside under the same names. */
const shipped = ['dist', 'flows', 'knowledge', 'recordings'];
/** The program itself is compiled, not carried as a text. */
const isCompiled = (path: string): boolean => path.endsWith('.js');

/** Compiles what was built into one executable file in `out`, with its bill of materials beside it. */
export function makeSingleFile(platform: Platform, project: string, out: string): SingleFile {
	const executable = join(out, `httpd-medic-${platform.name}`);
	const bom = `${executable}.cdx.json`;
	const cache = join(project, '.cache');
	const bun = fetchBun(ownPlatform(), cache);
	const runtime = bunComponent(platform, versionsIn(bun));
	const bundle: Bom = JSON.parse(readFileSync(join(project, 'dist', bomFile), 'utf8'));
	const notices = `${readFileSync(join(project, 'dist', noticesFile), 'utf8')}\n${runtimeNotices(runtime)}`;
	writeFileSync(bom, `${JSON.stringify(bomWith(bundle, runtime), null, '\t')}\n`);
	const texts = { [`dist/${bomFile}`]: readFileSync(bom), [`dist/${noticesFile}`]: notices };
	const workplace = mkdtempSync(join(tmpdir(), 'httpd-medic-package-'));
	try {
		// The names of chunks depend on where they lie below the working directory: not on where this checkout is, therefore.
		const filter = (path: string) => statSync(path).isDirectory() || isCompiled(path);
		cpSync(join(project, 'dist'), join(workplace, 'program'), { recursive: true, filter });
		carry(project, join(workplace, 'carried'), texts);
		const script = join(import.meta.dirname, 'compile.mjs');
		const words = ['./program/httpd-medic.js', executable, platform.name, fetchBun(platform, cache), './carried'];
		execFileSync(bun, [script, ...words], { cwd: workplace, stdio: 'inherit' });
	} finally {
		rmSync(workplace, { recursive: true });
	}
	return { executable, bom, notices };
}

/** Copies what is carried, each into a folder of its own: within one, Bun takes files in the order of the disk, which differs. */
function carry(project: string, place: string, texts: Readonly<Record<string, string | Buffer>>): void {
	const paths = shipped.flatMap((name) => filesBelow(project, name)).filter((path) => !isCompiled(path));
	for (const [index, path] of paths.entries()) {
		const copy = join(place, String(index).padStart(4, '0'), path);
		mkdirSync(dirname(copy), { recursive: true });
		writeFileSync(copy, texts[path] ?? readFileSync(join(project, path)));
	}
}
