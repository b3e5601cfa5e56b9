import { factParser, reading } from './fact-parser.ts';
import { linesOf } from './lines.ts';

/** Not behind a variable or a word: the rest of such a path is not known. */
const absolutePath = /(?<![\w.$}:/-])\/[\w.+/-]+/g;
const ofTheSystem = /^\/(?:dev|proc|sys|s?bin|lib\w*|usr\/(?:local\/)?(?:s?bin|lib\w*|share))(?:\/|$)/;
const isCompiled = /^.?ELF/;
const mostDirectories = 6;

/** `/var/cores` of `/var/cores/$1.core` and of `/var/cores`; nothing of the system's own programs and files. */
function directoriesIn(line: string): readonly string[] {
	return [...line.matchAll(absolutePath)]
		.map(([path]) => path)
		.filter((path) => !ofTheSystem.test(path))
		.map((path) => (/\.\w+$/.test(path) ? path.slice(0, path.lastIndexOf('/')) : path.replace(/\/+$/, '')))
		.filter((path) => path !== '');
}

/** A script that core_pattern hands cores to: where it may put them. */
export const coreHandlerParser = factParser({
	format: 'core-handler',
	namespace: 'coreHandler',
	facts: {
		isScript: ['bool', 'It is a script, which can be read'],
		directories: ['list', 'Directories that the script names; its cores may lie there', 'union'],
	},
	resemblance: (text) => (/^#!\s*\/\S/.test(text) && /\bcore|%p/i.test(text) ? 0.4 : 0),
	read: ({ text }) => {
		const isScript = text.startsWith('#!');
		if (!isScript && !isCompiled.test(text)) return { facts: {} };
		const named = (isScript ? linesOf(text).slice(1) : [])
			.filter((line) => !line.text.trimStart().startsWith('#'))
			.flatMap(({ text: line, number }) => directoriesIn(line).map((path) => ({ path, number })));
		const directories = [...new Set(named.map(({ path }) => path))].slice(0, mostDirectories);
		return {
			facts: {
				isScript: reading(isScript, [1]),
				directories: reading(
					directories,
					named.filter(({ path }) => directories.includes(path)).map(({ number }) => number),
				),
			},
		};
	},
});
