import { describeArgv, type FactLookup, type Hints } from '../domain/index.ts';
import { httpdCommand, isDefaultConfig, textFact } from './httpd-command.ts';

type Argv = readonly [string, ...string[]];

/** What a tool would do that only knows another server. */
interface ByHand {
	readonly command: string;
	readonly does: 'enable' | 'disable';
	/** Configuration of the server in question; null where it is not known. */
	readonly config: string | null;
}

/** A command for the server in question, or what is left to a person. */
type Controlled = Argv | { readonly byHand: ByHand };

const verbs: readonly string[] = ['start', 'stop', 'restart', 'graceful', 'graceful-stop'];
const unitVerbs: Readonly<Record<string, string>> = {
	start: 'start',
	stop: 'stop',
	restart: 'restart',
	'try-restart': 'restart',
	reload: 'graceful',
	'reload-or-restart': 'graceful',
};
const unitName = /^(?:apache2?|httpd)(?:\.service)?$/;
const debianTool = /^a2(en|dis)(?:conf|mod|site)$/;

/**
 * A command as the server in question must be called. The control script and systemd only know the server of the
 * distribution: one with a program or a configuration of its own, or that was started by hand, is steered by its own program.
 */
export function controlCommand(argv: Argv, facts: FactLookup, hints: Hints): Controlled {
	const [program, first = '', second = ''] = argv;
	const command = httpdCommand(facts, hints);
	if (command === undefined) return argv;
	const isOwn = !isSystemServer(command);
	if (program === 'apachectl') return isOwn ? own(command, argv.slice(1)) : argv;
	const verb = unitVerbs[first];
	if (program === 'systemctl' && verb !== undefined && unitName.test(second)) {
		if (isOwn) return own(command, [verb]);
		return isBesideUnit(facts) ? ['apachectl', verb] : argv;
	}
	const way = debianTool.exec(program)?.[1];
	if (way === undefined || !isOwn) return argv;
	const config = hints.config ?? textFact(facts, 'httpd.configFile') ?? null;
	return { byHand: { command: describeArgv(argv), does: way === 'en' ? 'enable' : 'disable', config } };
}

function own(command: Argv, words: readonly string[]): Argv {
	const [first = '', ...rest] = words;
	if (first === 'configtest') return [...command, '-t', ...rest];
	return verbs.includes(first) ? [...command, '-k', first, ...rest] : [...command, ...words];
}

function isSystemServer([program, ...options]: Argv): boolean {
	const [option, value = ''] = options;
	const isUsual = options.length === 0 || (options.length === 2 && option === '-f' && isDefaultConfig(value));
	return program.startsWith('/usr/sbin/') && isUsual;
}

/** It runs, and it is not the one that systemd started. */
function isBesideUnit(facts: FactLookup): boolean {
	const [main, parent] = [facts('unit.mainPid'), facts('httpd.parentPid')];
	return typeof main === 'number' && typeof parent === 'number' && main !== parent;
}

const spoken =
	/\b(?:apachectl (?:configtest|graceful-stop|graceful|restart|start|stop)|systemctl (?:restart|reload|start|stop) (?:apache2|httpd)(?:\.service)?)(?![\w-])/g;

/** The same for commands within an instruction. */
export function controlText(text: string, facts: FactLookup, hints: Hints): string {
	return text.replace(spoken, (words) => {
		const [program = '', ...rest] = words.split(' ');
		const controlled = controlCommand([program, ...rest], facts, hints);
		return 'byHand' in controlled ? words : describeArgv(controlled);
	});
}
