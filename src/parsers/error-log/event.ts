/** What one log line (or several, where a message was wrapped) says. */
export type EventKind =
	// Life of the server
	| 'started'
	| 'stop-requested'
	| 'restart-requested'
	| 'unclean-end'
	| 'start-attempted'
	// Processes that ended
	| 'child-signal'
	| 'child-status'
	| 'child-fatal'
	| 'children-successively-killed'
	| 'parent-crash'
	| 'parent-gave-up'
	| 'kernel-segfault'
	// Why a process aborts itself
	| 'heap-corruption'
	| 'stack-smashing'
	| 'assertion'
	| 'uncaught-exception'
	| 'out-of-memory-abort'
	| 'stack-overflow'
	| 'escaped-stack'
	// Mutexes
	| 'accept-mutex-named'
	| 'accept-mutex-failed'
	| 'module-mutex-failed'
	| 'mutex-create-failed'
	| 'mutex-directory-invalid'
	| 'mutex-child-init-failed'
	// Limits
	| 'max-workers'
	| 'near-max-workers'
	| 'scoreboard-full'
	| 'scoreboard-failed'
	| 'fork-failed'
	| 'thread-failed'
	| 'resource-failed'
	// A start or restart that fails, and what it says when it gives up
	| 'bind-failed'
	| 'config-error'
	| 'config-reason'
	| 'htaccess-error'
	| 'htaccess-unreadable'
	| 'bad-user'
	| 'log-open-failed'
	| 'piped-log-unstarted'
	| 'tls-start-failed'
	| 'tls-detail'
	| 'jk-shm-failed'
	| 'jk-config-failed'
	| 'start-failed'
	| 'reload-failed'
	// Loggers and settings
	| 'piped-log-died'
	| 'openssl-mismatch'
	| 'dumpable-failed'
	| 'ajp-parameter-ignored'
	// One request that a backend did not answer, in the order in which the lines of one failure are written
	| 'ajp-connect-failed'
	| 'proxy-worker-disabled'
	| 'ajp-unreachable'
	| 'ajp-bad-signature'
	| 'ajp-bad-message'
	| 'ajp-receive-failed'
	| 'ajp-read-failed'
	| 'ajp-dialog-failed'
	| 'jk-retry'
	| 'jk-gave-up'
	// What only mod_jk's own log says
	| 'jk-started'
	| 'jk-attribute-refused'
	| 'jk-reuse-refused'
	// The kernel and systemd
	| 'oom-invoked'
	| 'oom-chosen'
	| 'oom-killed'
	| 'oom-unit'
	| 'oom-result'
	/** An error number worth counting on a line that is none of the above. */
	| 'system-error';

export interface LogEvent {
	readonly kind: EventKind;
	/** `AH00052`; null where the line has none. */
	readonly code: string | null;
	/** Lines of the text, counted from 1, both ends included. */
	readonly firstLine: number;
	readonly lastLine: number;
	/** `YYYY-MM-DDTHH:MM:SS`; null where the line has no time with a year. */
	readonly at: string | null;
	/** The time as written, to tell a line quoted twice from two events. */
	readonly clock: string | null;
	readonly pid: number | null;
	readonly tid: string | null;
	readonly module: string | null;
	readonly errno: number | null;
	readonly errorText: string | null;
	/** Named parts of the message, such as `child`, `signal`, `directory`. */
	readonly detail: Readonly<Record<string, string>>;
}
