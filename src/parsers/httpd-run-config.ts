import { factParser, type Reading, reading } from './fact-parser.ts';
import { firstLinesOf, linesOf, shareOf, unquoted } from './lines.ts';

const known =
	/^(?:ServerRoot|Main DocumentRoot|Main ErrorLog|PidFile): "|^Mutex [\w-]+: |^Define: |^(?:User|Group): name=|^VirtualHost configuration:|^(?:port \d+ namevhost|default server|alias|wild alias) |\((?:[A-Z]:)?\/[^)]*:\d+\)$|^AH00112: |^Syntax OK$/;

/** The configuration as httpd understood it. */
export const httpdRunConfigParser = factParser({
	format: 'httpd-run-config',
	namespace: 'config',
	facts: {
		serverRoot: ['string', 'ServerRoot'],
		documentRoot: ['string', 'DocumentRoot of the main server'],
		mainErrorLog: ['string', 'ErrorLog of the main server: a path, `|program` or `syslog…`'],
		pidFile: ['string', 'PidFile, absolute'],
		user: ['string', 'Name of the run user'],
		uid: ['int', 'Uid of the run user'],
		group: ['string', 'Name of the run group'],
		gid: ['int', 'Gid of the run group'],
		defaultMutexMechanism: ['string', "Mechanism of mutexes without a directive of their own; 'default' leaves it to APR"],
		defaultMutexDirectory: ['string', 'Directory of lock files'],
		mutexNames: ['list', "Names of the registered mutexes, such as 'mpm-accept'"],
		mutexes: ['map', 'Mutexes with a directive of their own, as {name: {mechanism, directory}}'],
		defines: ['list', 'Names set with Define or -D'],
	},
	resemblance: (text) => {
		const lines = unquoted(firstLinesOf(text));
		const isAnswer = lines.some((line) =>
			/^\s*(?:Main (?:DocumentRoot|ErrorLog): "|Mutex default: |VirtualHost configuration:)/.test(line.text),
		);
		return isAnswer ? 0.4 + 0.6 * shareOf(lines, (line) => known.test(line)) : 0;
	},
	read: ({ text }) => {
		const lines = unquoted(linesOf(text));
		const all = (pattern: RegExp) =>
			lines.flatMap((line) => {
				const groups = pattern.exec(line.text.trim())?.slice(1);
				return groups ? [{ groups, line: line.number }] : [];
			});
		const find = (pattern: RegExp): Reading<string> | undefined => {
			const [found] = all(pattern);
			return found && reading(found.groups[0], [found.line]);
		};
		const number = (pattern: RegExp): Reading<number> | undefined => {
			const found = find(pattern);
			return found && reading(Number(found.value), found.lines);
		};
		const mutexes = all(/^Mutex ([\w-]+): (?:using_defaults|dir="([^"]*)" mechanism=(\S+))/);
		const names = mutexes.filter(({ groups: [name] }) => name !== 'default');
		const own = names.filter(({ groups: [, directory] }) => directory !== undefined);
		const defines = all(/^Define: ([^\s=]+)/);
		const understood = mutexes.length > 0 || find(/^ServerRoot: "(.*)"/) !== undefined;
		return {
			facts: {
				serverRoot: find(/^ServerRoot: "(.*)"/),
				documentRoot: find(/^Main DocumentRoot: "(.*)"/),
				mainErrorLog: find(/^Main ErrorLog: "(.*)"/),
				pidFile: find(/^PidFile: "(.*)"/),
				user: find(/^User: name="([^"]*)"/),
				uid: number(/^User: .*\bid=(\d+)/),
				group: find(/^Group: name="([^"]*)"/),
				gid: number(/^Group: .*\bid=(\d+)/),
				defaultMutexMechanism: find(/^Mutex default: .*\bmechanism=(\S+)/),
				defaultMutexDirectory: find(/^Mutex default: dir="([^"]*)"/),
				mutexNames: understood
					? reading(
							names.map(({ groups: [name = ''] }) => name),
							names.map(({ line }) => line),
						)
					: undefined,
				mutexes: understood
					? reading(
							Object.fromEntries(
								own.map(({ groups: [name = '', directory = '', mechanism = ''] }) => [name, { mechanism, directory }]),
							),
							own.map(({ line }) => line),
						)
					: undefined,
				defines: understood
					? reading(
							defines.map(({ groups: [name = ''] }) => name),
							defines.map(({ line }) => line),
						)
					: undefined,
			},
		};
	},
});
