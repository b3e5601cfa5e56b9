import { sourceOf } from '../domain/index.ts';
import { factParser, type Reading, reading } from './fact-parser.ts';
import { conditions } from './httpd-conditions.ts';
import { type Directive, httpdDirectives } from './httpd-directives.ts';
import { missingIncludes } from './httpd-includes.ts';
import { expansion, isOpen } from './httpd-variables.ts';
import { lastWord } from './last-word.ts';
import { firstLinesOf, shareOf } from './lines.ts';
import { acceptMutex } from './mutex-directives.ts';
import { ajpRoutes } from './proxy-ajp.ts';

const section =
	/^<\/?(?:VirtualHost|Directory(?:Match)?|Location(?:Match)?|Files(?:Match)?|If(?:Module|Define|Version|File)?|Else(?:If)?|Proxy(?:Match)?|Limit(?:Except)?|Macro|Require(?:Any|All|None))\b/i;
const directive =
	/^(?:Listen|ServerRoot|ServerName|ServerAlias|ServerAdmin|DocumentRoot|ErrorLog|CustomLog|LogLevel|LogFormat|LoadModule|Include(?:Optional)?|Mutex|AcceptMutex|LockFile|PidFile|User|Group|Timeout|KeepAlive\w*|MaxRequestWorkers|MaxClients|ServerLimit|StartServers|ThreadsPerChild|M(?:in|ax)Spare\w+|MaxConnectionsPerChild|MaxRequestsPerChild|CoreDumpDirectory|Jk\w+|Proxy\w+|BalancerMember|Rewrite\w+|SSL\w+|Alias|ScriptAlias|Options|AllowOverride|Require|Order|Allow|Deny|Satisfy|DirectoryIndex|Add\w+|SetEnv\w*|Header|RequestHeader|Define|NameVirtualHost|TypesConfig|HostnameLookups|AccessFileName|ErrorDocument|EnableSendfile|ExtendedStatus|StdEnv|UseCanonicalName)\s/i;

/** Directives whose values are facts: one of them in force or not makes a difference. */
const telling =
	/^(?:listen|mutex|acceptmutex|user|group|coredumpdirectory|serverroot|errorlog|pidfile|loadmodule|maxrequestworkers|maxclients|serverlimit|jk\w+|proxypass(?:match)?|proxyset|balancermember)$/;

/** httpd's configuration files, in the order in which they were captured. */
export const httpdConfigParser = factParser({
	format: 'httpd-config',
	namespace: 'conf',
	facts: {
		listens: ['list', 'Arguments of Listen without repeats, such as `80` or `[::1]:8080`'],
		listenCount: ['int', 'Number of different Listen directives'],
		mutexDirectives: ['list', 'Arguments of each Mutex directive'],
		mutexMechanism: ['string', 'Mechanism that the directives choose for the accept mutex'],
		mutexDirectory: ['string', 'Directory of lock files that the same directive names'],
		user: ['string', 'User of the main server'],
		group: ['string', 'Group of the main server'],
		coreDumpDirectory: ['string', 'CoreDumpDirectory'],
		hasCoreDumpDirectory: ['bool', 'CoreDumpDirectory is set: then children stay dumpable'],
		serverRoot: ['string', 'ServerRoot'],
		errorLog: ['string', 'ErrorLog of the main server'],
		errorLogs: ['list', 'All ErrorLogs, those of virtual hosts too'],
		pidFile: ['string', 'PidFile'],
		loadModules: ['map', 'Modules loaded from files, as {name: file}'],
		maxRequestWorkers: ['int', 'MaxRequestWorkers, or MaxClients of httpd 2.2'],
		serverLimit: ['int', 'ServerLimit'],
		hasJk: ['bool', 'mod_jk is loaded or configured'],
		jkWorkersFile: ['string', 'JkWorkersFile'],
		jkShmFile: ['string', 'JkShmFile'],
		jkLogFile: ['string', 'JkLogFile'],
		proxyAjp: ['list', 'Uses of ajp:// URLs as {url, hasSecret, file, line}'],
		ajpSecretSet: ['bool', 'Some AJP backend is given a secret here'],
		mainFile: ['string', 'The file that was read first: the others are included from it'],
		files: ['list', 'Files that were read'],
	},
	resemblance: (text) => {
		const lines = firstLinesOf(text).filter((line) => !/^\s*#/.test(line.text));
		if (!lines.some((line) => directive.test(line.text.trim()) || section.test(line.text.trim()))) return 0;
		return 0.9 * shareOf(lines, (line) => directive.test(line) || section.test(line) || /^[A-Z][a-z]+[A-Z]\w+\s/.test(line));
	},
	read: (input) => {
		const written = httpdDirectives(input);
		const inForce = conditions(written);
		const active = written.filter((each) => inForce(each) !== 'no');
		if (!active.some((each) => telling.test(each.name)) && !written.some((each) => telling.test(each.name))) return { facts: {} };
		const expand = expansion(input, active);
		const expanded = active.map((each) => ({ ...each, args: each.args.map(expand) }));
		const all = (...names: readonly string[]) => expanded.filter(({ name, args }) => names.includes(name) && args.length > 0);
		const isMain = (each: Directive): boolean => !each.sections.some(({ kind }) => kind === 'virtualhost');
		const lines = (some: readonly Directive[]): readonly number[] => some.flatMap((each) => each.lines);
		const value = (...names: readonly string[]): Reading<string> | undefined => {
			const found = lastWord(all(...names).filter(isMain), ({ args: [argument] }) => argument);
			return found && !isOpen(found.value) ? reading(found.value, lines(found.items)) : undefined;
		};
		const number = (...names: readonly string[]): Reading<number> | undefined => {
			const found = value(...names);
			return found && /^\d+$/.test(found.value) ? reading(Number(found.value), found.lines) : undefined;
		};
		const listens = all('listen');
		const addresses = [...new Set(listens.map(({ args: [address = ''] }) => address.toLowerCase()))];
		const mutexes = all('mutex');
		const mutex = acceptMutex(expanded);
		const cores = all('coredumpdirectory').filter(isMain);
		const logs = all('errorlog').filter(({ args: [log = ''] }) => !isOpen(log));
		const modules = all('loadmodule').filter(({ args }) => args.length > 1);
		const jk = expanded.filter(({ name, args }) => name.startsWith('jk') || (name === 'loadmodule' && args[0] === 'jk_module'));
		const routes = ajpRoutes(expanded);
		const secretProperties = all('jkworkerproperty').filter(({ args }) =>
			args.some((word) => /^worker\..+\.secret=./.test(word)),
		);
		const isUnsure = written.some(
			(each) => telling.test(each.name) && inForce(each) === 'maybe' && each.sections.some(({ kind }) => kind === 'ifdefine'),
		);
		const paths = input.spans.map(({ path }) => path);
		return {
			partial: isUnsure || missingIncludes(expanded, paths, value('serverroot')?.value),
			facts: {
				listens: reading(addresses, lines(listens)),
				listenCount: reading(addresses.length, lines(listens)),
				mutexDirectives: reading(
					mutexes.map(({ args }) => args.join(' ')),
					lines(mutexes),
				),
				mutexMechanism: reading(mutex?.mechanism, mutex?.lines),
				mutexDirectory: reading(mutex?.directory, mutex?.lines),
				user: value('user'),
				group: value('group'),
				coreDumpDirectory: value('coredumpdirectory'),
				hasCoreDumpDirectory: reading(cores.length > 0, lines(cores)),
				serverRoot: value('serverroot'),
				errorLog: value('errorlog'),
				errorLogs: reading([...new Set(logs.map(({ args: [log = ''] }) => log))], lines(logs)),
				pidFile: value('pidfile'),
				loadModules: reading(Object.fromEntries(modules.map(({ args: [name = '', file = ''] }) => [name, file])), lines(modules)),
				maxRequestWorkers: number('maxrequestworkers', 'maxclients'),
				serverLimit: number('serverlimit'),
				hasJk: reading(jk.length > 0, lines(jk)),
				jkWorkersFile: value('jkworkersfile'),
				jkShmFile: value('jkshmfile'),
				jkLogFile: value('jklogfile'),
				proxyAjp: reading(
					routes.map(({ url, hasSecret, lines: [first = 1] }) => ({ url, hasSecret, ...sourceOf(input, first) })),
					routes.flatMap((route) => route.lines),
				),
				ajpSecretSet: reading(routes.some(({ hasSecret }) => hasSecret) || secretProperties.length > 0, [
					...routes.filter(({ hasSecret }) => hasSecret).flatMap((route) => route.lines),
					...lines(secretProperties),
				]),
				mainFile: reading(paths[0] || undefined, []),
				files: reading(paths, []),
			},
		};
	},
});
