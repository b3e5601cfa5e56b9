import { factParser, reading } from './fact-parser.ts';
import { firstLinesOf, linesOf, shareOf, unquoted } from './lines.ts';

const loaded = /^(\w+_module) \((static|shared)\)$/;
const compiledIn = /^(?:mod_(\w+)|(prefork|worker|event|winnt|itk|core|http_core))\.c$/;
const mpms = ['prefork', 'worker', 'event', 'winnt', 'itk'];

/** The module's name of a source file that `httpd -l` lists. */
function moduleOf(name: string | undefined, file: string | undefined): string {
	if (name !== undefined) return `${name}_module`;
	return file !== undefined && mpms.includes(file) ? `mpm_${file}_module` : `${(file ?? '').replace('http_core', 'http')}_module`;
}

/** Modules of httpd: all loaded ones from `httpd -M`, or only those compiled in from `httpd -l`. */
export const httpdModulesParser = factParser({
	format: 'httpd-modules',
	namespace: 'modules',
	facts: {
		names: ['list', "Loaded modules, such as 'jk_module'"],
		shared: ['list', 'Those of them that were loaded from files'],
		mpm: ['string', "Loaded multi-processing module, such as 'prefork'"],
	},
	resemblance: (text) =>
		shareOf(
			unquoted(firstLinesOf(text)),
			(line) => loaded.test(line) || compiledIn.test(line) || /^(?:Loaded Modules|Compiled in modules):$/.test(line),
		),
	read: ({ text }) => {
		const found = unquoted(linesOf(text)).flatMap(({ number, text: line }) => {
			const [, name, kind] = loaded.exec(line.trim()) ?? [];
			if (name !== undefined) return [{ name, isShared: kind === 'shared', number }];
			const [whole, module, file] = compiledIn.exec(line.trim()) ?? [];
			return whole === undefined ? [] : [{ name: moduleOf(module, file), isShared: false, number }];
		});
		if (found.length === 0) return { facts: {} };
		const shared = found.filter((each) => each.isShared);
		const mpm = found.find(({ name }) => mpms.some((each) => name === `mpm_${each}_module`));
		const isWhole = !/Compiled in modules:/.test(text);
		const listed = (modules: typeof found) =>
			reading(
				modules.map(({ name }) => name),
				modules.map(({ number }) => number),
			);
		return {
			partial: !isWhole,
			facts: {
				names: listed(found),
				shared: listed(shared),
				mpm: reading(mpm?.name.slice('mpm_'.length, -'_module'.length), mpm ? [mpm.number] : []),
			},
		};
	},
});
