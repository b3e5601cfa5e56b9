interface Blocked {
	readonly because: string;
	/** What the operator can do about it. */
	readonly advice: string;
}

const nothing = 'Nothing to do.';

/** Why a collector has nothing to ask, by the id that journals hold: one that is no longer used stays. */
export const blocked = {
	'no-executable': {
		because: 'No httpd executable was found.',
		advice: 'Name it with --httpd PATH, or bring evidence from the server: paste it here, or use --evidence FORMAT=FILE.',
	},
	'no-server': { because: 'No httpd is running.', advice: 'Its limits can only be read while it runs.' },
	'no-child': { because: 'No child of httpd is running.', advice: 'Start httpd first.' },
	'no-run-user': {
		because: 'The account that httpd runs as is not known.',
		advice: 'Its User directive or a running child would tell.',
	},
	'no-error-log': {
		because: 'The error log was not found: it may be piped to a program or sent to syslog.',
		advice: 'Name the file with --error-log FILE, or paste the last lines here (p).',
	},
	'no-other-log': { because: 'No other error log is configured.', advice: nothing },
	'no-mutex-directory': { because: 'No directory for mutex files is configured.', advice: nothing },
	'no-mod-jk': { because: 'mod_jk is not configured.', advice: 'Nothing to do unless it should be.' },
	'no-core-handler': { because: 'Cores do not go to a program of your own.', advice: nothing },
	'no-core-place': { because: 'No directory for cores is known.', advice: 'Name a core with --core FILE.' },
	'no-core-directory': { because: 'No directory for cores is known.', advice: 'Set CoreDumpDirectory.' },
	'no-core': {
		because: 'There is no core file to read.',
		advice: 'Find out why no core was written, or name one with --core FILE.',
	},
	'unknown-executable': { because: 'The executable that crashed is not known.', advice: 'Name it with --httpd PATH.' },
	'no-systemd-coredump': { because: 'Cores are not piped to systemd-coredump.', advice: nothing },
} as const satisfies Readonly<Record<string, Blocked>>;
