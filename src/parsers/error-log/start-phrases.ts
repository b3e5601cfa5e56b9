import type { Phrase } from './phrases.ts';

/** What a start that fails says, on the terminal or in the log: first its causes, then that it gives up. */
export const startPhrases: readonly Phrase[] = [
	{
		kind: 'bind-failed',
		pattern: /make_sock: (?:could not bind to|unable to listen for connections on) (?:address(?: (?<address>\S*:\d+))?|port \d+)/,
	},
	{
		kind: 'config-error',
		pattern:
			/(?:Syntax error|Configuration problem detected) on line (?<line>\d+) of (?:file )?(?<file>.{1,300}?):(?=\s|$)\s*(?<text>.*)/,
	},
	{ kind: 'config-error', pattern: /[Cc]ould not open (?:document config|configuration) file (?<file>[^\s:]+)/ },
	{ kind: 'config-error', pattern: /Configuration error: (?<text>.+)/ },
	{ kind: 'config-reason', pattern: /(?<text>Invalid command '.{1,200}', perhaps misspelled.*)/ },
	{ kind: 'config-reason', pattern: /(?<text>Cannot load \S+ into server: .+)/ },
	{
		kind: 'config-error',
		pattern: /(?<text>Apache is running a threaded MPM, but your PHP Module is not compiled to be threadsafe.*)/,
	},
	{ kind: 'bad-user', pattern: /bad (?:user|group) name (?<name>\S*)/ },
	{ kind: 'log-open-failed', pattern: /could not open (?:error|transfer|forensic) log file (?<path>.{1,300}?)\.?(?=\s|$)/ },
	{ kind: 'log-open-failed', pattern: /Cannot access directory '(?<path>[^']{1,300})' for (?:.{0,40}error log|log file)/ },
	{ kind: 'log-open-failed', pattern: /(?:unable to replace stderr with error_log|Invalid error log path (?<path>\S+?)\.?$)/ },
	{
		kind: 'piped-log-unstarted',
		pattern:
			/(?:unable to start piped log program|Couldn.t start (?:ErrorLog|piped log) process) '(?<command>.{1,400}?)'(?=[.:\s]|$)/,
	},
	{ kind: 'piped-log-unstarted', pattern: /piped_log_spawn: unable to setup child process '(?<command>.{1,400}?)'/ },
	{ kind: 'tls-detail', pattern: /SSL Library Error: (?<text>.*)/ },
	// The same where OpenSSL has nothing to add.
	{ kind: 'tls-start-failed', pattern: /(?<text>Certificate and private key .{1,400}? do not match)/ },
	{ kind: 'tls-start-failed', pattern: /(?<text>Failed to configure at least one certificate and key for \S+)/ },
	{
		kind: 'tls-start-failed',
		pattern:
			/(?:Init: (?:Unable to (?:read (?:server certificate|pass phrase)|configure|get)|Can't open server (?:certificate|private key)|Private key not found|Pass phrase incorrect|SSLPassPhraseDialog builtin is not supported|Failed to generate)|Unable to configure (?:RSA|DSA|ECC|server private key)|Server should be SSL-aware but has no certificate|Oops, no RSA.{0,30} server certificate found|Illegal attempt to re-?initialise SSL|Fatal error initialising mod_ssl)/,
	},
	{
		kind: 'jk-shm-failed',
		pattern: /(?:Initializing|Attaching) shm:(?<file>\S+) errno=(?<errno>\d+)|Unable to start due to shared memory failure/,
	},
	{ kind: 'jk-config-failed', pattern: /Error in reading worker properties(?: from '(?<file>[^']*)')?/ },
	{
		kind: 'start-failed',
		pattern:
			/(?<said>no listening sockets available|Unable to open logs|Configuration Failed|Pre-configuration failed|Configuration check failed)/,
	},
	{ kind: 'reload-failed', pattern: /Action '(?:-k )?(?:graceful|configtest|reload)\b[^']*' failed/ },
	{ kind: 'start-failed', pattern: /(?<said>Action '[^']{1,60}' failed)/ },
	{ kind: 'start-failed', pattern: /The Apache error log may have more information/ },
];

/** What a configuration file in a directory says at run time. */
export const runtimePhrases: readonly Phrase[] = [
	{ kind: 'htaccess-error', pattern: /(?<file>\/\S{0,300}?\/\.htaccess): (?<text>.+)/ },
	{ kind: 'htaccess-unreadable', pattern: /(?<file>\/.{1,300}?) pcfg_openfile: unable to check htaccess file/ },
];
