import type { FactLookup, Hints } from '../domain/index.ts';
import { httpdCommand } from './httpd-command.ts';

type Argv = readonly [string, ...string[]];

const verbs: readonly string[] = ['start', 'stop', 'restart', 'graceful', 'graceful-stop'];

/**
 * `apachectl` as the server in question must be called. The control script only knows the server of the distribution:
 * one with a program or a configuration of its own is steered by its own program.
 */
export function controlCommand(argv: Argv, facts: FactLookup, hints: Hints): Argv {
	const [program, ...words] = argv;
	const command = httpdCommand(facts, hints);
	if (program !== 'apachectl' || command === undefined || isSystemServer(command)) return argv;
	const [first = '', ...rest] = words;
	if (first === 'configtest') return [...command, '-t', ...rest];
	return verbs.includes(first) ? [...command, '-k', first, ...rest] : [...command, ...words];
}

function isSystemServer([program, ...options]: Argv): boolean {
	return program.startsWith('/usr/sbin/') && options.length === 0;
}
