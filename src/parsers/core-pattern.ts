/** Where the kernel sends a core, by the first character of its pattern. `discard`: to a place that keeps nothing. */
export type CorePatternKind = 'relative' | 'absolute' | 'pipe' | 'socket' | 'discard';

const nowhere = /^\|\s*(?:\/usr)?(?:\/s?bin)?\/(?:false|true)\b|^\/dev\/null$/;

export function kindOfCorePattern(pattern: string): CorePatternKind {
	if (nowhere.test(pattern)) return 'discard';
	if (pattern.startsWith('|')) return 'pipe';
	if (pattern.startsWith('@') || pattern.startsWith(':')) return 'socket';
	return pattern.startsWith('/') ? 'absolute' : 'relative';
}

/** The program that a pipe or socket pattern hands cores to: a known handler's name, else `other`. */
export function handlerOfCorePattern(pattern: string): string {
	if (/systemd-coredump|systemd\/coredump/.test(pattern)) return 'systemd-coredump';
	if (/\bapport\b/.test(pattern)) return 'apport';
	return /\babrt\b/.test(pattern) ? 'abrt' : 'other';
}

/** The directory of an absolute pattern, without a final slash. */
export function directoryOfCorePattern(pattern: string): string {
	return pattern.slice(0, pattern.lastIndexOf('/')) || '/';
}

/** The file that a pipe pattern starts, without its arguments. */
export function programOfCorePattern(pattern: string): string | undefined {
	return /^\|\s*(\/\S+)/.exec(pattern)?.[1];
}
