import type { Directive } from './httpd-directives.ts';

/** What decides the accept mutex. */
export interface MutexChoice {
	/** As written, in lower case: `default`, `file`, `flock`, `fcntl`, `sysvsem`, `posixsem`, `pthread`, `sem`, `none` … */
	readonly mechanism: string;
	/** Directory of its lock files, where one is given. */
	readonly directory: string | undefined;
	readonly lines: readonly number[];
}

/** Names that a Mutex directive speaks of. Without any it sets the default. */
function namesOf(args: readonly string[]): readonly string[] {
	const names = args.slice(1).filter((word) => word.toLowerCase() !== 'omitpid');
	return names.length > 0 ? names.map((name) => name.toLowerCase()) : ['default'];
}

/** The directive for the accept mutex: its own, else the one for all, else AcceptMutex of httpd 2.2. The last one counts. */
export function acceptMutex(directives: readonly Directive[]): MutexChoice | undefined {
	const mutexes = directives.filter(({ name, args }) => name === 'mutex' && args.length > 0);
	const found =
		mutexes.findLast(({ args }) => namesOf(args).includes('mpm-accept')) ??
		mutexes.findLast(({ args }) => namesOf(args).includes('default')) ??
		directives.findLast(({ name, args }) => name === 'acceptmutex' && args.length > 0);
	if (!found) return undefined;
	const [mechanism = '', ...path] = (found.args[0] ?? '').split(':');
	return { mechanism: mechanism.toLowerCase(), directory: path.length > 0 ? path.join(':') : undefined, lines: found.lines };
}
