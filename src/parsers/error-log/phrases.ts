import type { EventKind } from './event.ts';

/**
 * A message as httpd or a library in its process words it. The pattern begins with the message's first word, so that it
 * can be asked for at the place where a message begins: text that a client sent stands further on in its line.
 */
export interface Phrase {
	readonly kind: EventKind;
	/** Without flags; named groups become the event's detail. */
	readonly pattern: RegExp;
	/** Words that every match holds, where looking for them first saves much. */
	readonly needle?: string;
}

const quoted = '[`\'"‘](?<file>[^\'"’]{1,300})[\'"’]';

/** Children and parents that die, and what they say before. */
const deaths: readonly Phrase[] = [
	{
		kind: 'child-signal',
		pattern:
			/child pid (?:(?<child>\d+)|\S{1,12}) exit signal (?<name>[^()]{1,60}?) ?\((?<signal>\d+)\)(?:, possible coredump in (?<directory>\S.{0,300}))?/,
	},
	{ kind: 'child-fatal', pattern: /Child (?<child>\d+) returned a Fatal error/ },
	{ kind: 'child-status', pattern: /Parent: child process (?:(?<child>\d+) )?exited with status (?<status>\d+)/ },
	{ kind: 'parent-crash', pattern: /seg fault or similar nasty error detected in (?:the )?parent process/ },
	{ kind: 'parent-gave-up', pattern: /MPM run failed, exiting/ },
	{ kind: 'children-successively-killed', pattern: /children are killed successively/ },
	{
		kind: 'heap-corruption',
		pattern:
			/\*\*\* (?:glibc detected \*\*\* .{0,200}?|Error in [`'].{0,200}?'): (?<text>[^:]{3,60}(?:\([^)]*\))?[^:]{0,40})(?:: 0x[\da-f]+)? \*\*\*/,
	},
	{
		kind: 'heap-corruption',
		pattern:
			/(?<text>(?:free|malloc|realloc|calloc|munmap_chunk|malloc_consolidate|unlink_chunk)\(\): [a-z].{0,80}|double free or corruption.{0,40}|corrupted (?:size vs|double-linked list|unsorted chunks).{0,40}|zend_mm_heap corrupted.{0,40})/,
	},
	{ kind: 'stack-smashing', pattern: /\*\*\* (?<text>(?:stack smashing|buffer overflow) detected)/ },
	{
		kind: 'assertion',
		pattern: /(?:\[[^\]]{10,40}\] )?file (?<source>\S{1,200}), line (?<line>\d+), assertion "(?<text>.{1,300})" failed/,
	},
	{
		kind: 'uncaught-exception',
		pattern: /terminate called (?:after throwing an instance of '(?<text>[^']{1,200})'|without an active exception|recursively)/,
	},
	{ kind: 'out-of-memory-abort', pattern: /Memory allocation failed, aborting process/ },
	{
		kind: 'stack-overflow',
		pattern: /(?:PHP Fatal error: {1,2})?(?:Maximum function nesting level|Maximum call stack size|[Ss]tack overflow)/,
	},
];

const mutexes: readonly Phrase[] = [
	{ kind: 'accept-mutex-failed', pattern: /couldn.t (?<act>grab|release) the accept mutex/ },
	{ kind: 'accept-mutex-failed', pattern: /apr_proc_mutex_(?<act>lock|unlock) failed/ },
	{ kind: 'accept-mutex-named', pattern: /Accept ?[Mm]utex: (?<mechanism>\S+) \(default: (?<standard>[^)\s]+)\)/ },
	{ kind: 'module-mutex-failed', pattern: /apr_global_mutex_(?:lock|unlock)\(\w+\) failed/ },
	{ kind: 'module-mutex-failed', pattern: /Failed to (?:acquire|release) (?:SSL session cache|OCSP \w+|global mutex) lock/ },
	{ kind: 'mutex-directory-invalid', pattern: /Invalid Mutex directory in argument (?<argument>\S+)/ },
	{ kind: 'mutex-child-init-failed', pattern: /Couldn.t initialize cross-process lock in child/ },
	{
		kind: 'mutex-create-failed',
		pattern: new RegExp(
			'(?:[Cc]ould(?:n.t| not)|[Cc]annot|[Ff]ailed to|[Uu]nable to|Parent could not) (?:create|set permissions on) ' +
				'(?:the |a |an )?(?<mutex>[\\w-]{0,40} ?(?:mutex|lock|semaphore)|\\w*(?:Mutex|_lock|RewriteLock|_mutex)|cross-process lock)\\b' +
				`(?: file)?(?: with file ${quoted}| \\((?:file )?(?<path>/[^)]{1,300})\\)(?: \\((?<mechanism>\\d)\\))?| '(?<lock>/[^']{1,300})')?`,
		),
	},
	{ kind: 'mutex-create-failed', pattern: /mutex creation of .{1,100} failed/ },
];

/** Limits that were reached. */
const limits: readonly Phrase[] = [
	{ kind: 'max-workers', pattern: /server reached Max(?:Clients|RequestWorkers) setting/ },
	{ kind: 'max-workers', pattern: /Server ran out of threads to serve requests/ },
	{ kind: 'near-max-workers', pattern: /server is within MinSpareThreads of Max/ },
	{ kind: 'scoreboard-failed', pattern: /unable to create or access scoreboard/ },
	{ kind: 'scoreboard-full', pattern: /scoreboard is full, not at Max/ },
	{ kind: 'fork-failed', pattern: /fork: Unable to fork new process/ },
	{ kind: 'thread-failed', pattern: /ap_thread_create: unable to create/ },
	{ kind: 'system-error', pattern: /(?:PHP [\w ]{1,20}: {1,2}.{0,300}?)?(?<!\(\d{1,3}\))(?<text>No space left on device)/ },
];

/** The server's life. */
const life: readonly Phrase[] = [
	{
		kind: 'started',
		needle: ' configured -- resuming',
		pattern: /(?<banner>(?:[A-Z][\w.-]*(?:\/|[ -](?=\S)).{0,600}?|[A-Z]\w*)) configured -- resuming normal operations/,
	},
	{ kind: 'stop-requested', pattern: /caught SIG(?:TERM|(?<graceful>WINCH)), shutting down|Parent: Received shutdown signal/ },
	{
		kind: 'restart-requested',
		pattern:
			/(?<graceful>Graceful restart requested), doing restart|SIG(?:HUP|USR1) received\. {1,2}(?:Attempting to|Doing graceful) restart/,
	},
	{ kind: 'unclean-end', pattern: /pid file .{1,300} overwritten -- Unclean shutdown/ },
	{
		kind: 'openssl-mismatch',
		pattern:
			/Init: this version of mod_ssl was compiled against a newer library(?: \(OpenSSL (?<built>\d+\.\d+\.\d+)[^,]{0,160}, version currently loaded is 0x(?<loaded>[\dA-Fa-f]{6,8})\))?/,
	},
	{ kind: 'dumpable-failed', pattern: /set dumpable failed/ },
	{ kind: 'piped-log-died', pattern: /piped log program '(?<command>.{1,400})' failed unexpectedly/ },
	{ kind: 'ajp-parameter-ignored', pattern: /Ignoring parameter '(?<parameter>\w+)=/ },
];

export const phrases: readonly Phrase[] = [...deaths, ...mutexes, ...limits, ...life];
