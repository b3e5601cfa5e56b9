/** What the values of facts are called that are one of a few words. Scripts get the words themselves, in every language. */
export const names = {
	/** What a crashed process was doing. */
	phases: {
		'start-up': 'start-up',
		'child-init': 'child-init',
		connection: 'connection',
		request: 'request',
		handler: 'handler',
		'output-filter': 'output-filter',
		logging: 'logging',
		'end-of-request': 'end-of-request',
		'child-exit': 'child-exit',
		parent: 'parent',
		shutdown: 'shutdown',
		unknown: 'unknown',
	},
	processes: { parent: 'parent', child: 'child', unknown: 'unknown' },
	/** What a log last says of the server. */
	events: { started: 'started', stopped: 'stopped', 'failed-start': 'failed-start', unknown: 'unknown' },
	/** Kinds of failure in a log. */
	families: {
		'accept-mutex-removed': 'accept-mutex-removed',
		'parent-segfault': 'parent-segfault',
		'mutex-create-failed': 'mutex-create-failed',
		'config-error': 'config-error',
		'tls-startup': 'tls-startup',
		'log-open-failed': 'log-open-failed',
		'port-in-use': 'port-in-use',
		'child-killed-oom': 'child-killed-oom',
		'child-segfault': 'child-segfault',
		'child-abort': 'child-abort',
		'child-bus-error': 'child-bus-error',
		'piped-log': 'piped-log',
		'ajp-protocol-error': 'ajp-protocol-error',
		'ajp-backend-down': 'ajp-backend-down',
		'scoreboard-full': 'scoreboard-full',
		'max-workers': 'max-workers',
		other: 'other',
	},
};
