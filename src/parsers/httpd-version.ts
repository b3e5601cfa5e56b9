import { factParser, type Reading, reading } from './fact-parser.ts';
import { firstLinesOf, linesOf, shareOf, unquoted } from './lines.ts';

const known =
	/^(?:Server version|Apache version|Server built|Build level|Server's Module Magic Number|Server loaded|Compiled using|Architecture|Server MPM|threaded|forked)\s*:|^Server compiled with|^-D [A-Z][A-Z0-9_]+/;

/** Flags that name APR's mechanism between processes. APR_USE_PTHREAD_SERIALIZE is the one between threads. */
const mechanisms: Readonly<Record<string, string>> = {
	APR_USE_SYSVSEM_SERIALIZE: 'sysvsem',
	APR_USE_PROC_PTHREAD_SERIALIZE: 'pthread',
	APR_USE_FCNTL_SERIALIZE: 'fcntl',
	APR_USE_FLOCK_SERIALIZE: 'flock',
	APR_USE_POSIXSEM_SERIALIZE: 'posixsem',
};

/** What the httpd program was built with. */
export const httpdVersionParser = factParser({
	format: 'httpd-version',
	namespace: 'build',
	facts: {
		version: ['string', 'Version of Apache httpd, such as 2.4.57'],
		product: ['string', "Name that the server calls itself, such as 'Apache' or 'IBM_HTTP_Server'"],
		mpm: ['string', "Multi-processing module in lower case, such as 'prefork', 'worker', 'event' or 'winnt'"],
		threaded: ['bool', 'The MPM serves with threads'],
		httpdRoot: ['string', 'Compiled-in ServerRoot; may be empty'],
		serverConfig: ['string', 'Compiled-in main configuration file, relative to the root where it does not begin with a slash'],
		apr: ['string', 'Version of APR that is loaded, or of the one compiled with where that is not told'],
		aprUtil: ['string', 'Version of APR-util that is loaded'],
		aprCompiled: ['string', 'Version of APR that httpd was compiled with'],
		mutexDefault: ['string', "APR's default mutex: 'sysvsem', 'pthread', 'fcntl', 'flock' or 'posixsem'"],
		singleListenUnserialized: ['bool', 'With a single Listen socket no accept mutex is taken'],
		pidLog: ['string', 'Compiled-in PidFile'],
		errorLog: ['string', 'Compiled-in ErrorLog; distributions often set another one'],
	},
	resemblance: (text) => {
		const lines = unquoted(firstLinesOf(text));
		const isAnswer = lines.some((line) =>
			/^\s*(?:Server version: |Server MPM:|-D HTTPD_ROOT=|-D SERVER_CONFIG_FILE=)/.test(line.text),
		);
		return isAnswer ? 0.4 + 0.6 * shareOf(lines, (line) => known.test(line)) : 0;
	},
	read: ({ text }) => {
		const lines = unquoted(linesOf(text));
		const find = (pattern: RegExp): Reading<string> | undefined => {
			for (const line of lines) {
				const found = pattern.exec(line.text.trim())?.[1];
				if (found !== undefined) return reading(found, [line.number]);
			}
			return undefined;
		};
		const path = (name: string) => find(new RegExp(`^-D ${name}="?([^"]*)"?$`));
		const mpm = find(/^Server MPM:\s*(\S+)/) ?? find(/^-D APACHE_MPM_DIR="server\/mpm\/([^"]+)"/);
		const flags = lines.flatMap((line) => {
			const flag = /^-D ([A-Z0-9_]+)$/.exec(line.text.trim())?.[1];
			return flag === undefined ? [] : [{ flag, line: line.number }];
		});
		const mechanism = flags.find(({ flag }) => flag in mechanisms);
		const unserialized = flags.find(({ flag }) => flag === 'SINGLE_LISTEN_UNSERIALIZED_ACCEPT');
		const threaded = find(/^threaded:\s*(yes|no)\b/);
		const compiled = find(/^Compiled using:\s*APR (\d[\w.-]*)/);
		const version =
			find(/^Apache version:\s*(\d[\w.-]*)/) ??
			find(/^Server version:.*\bApache\/(\d[\w.-]*)/) ??
			find(/^Server version:\s*[\w-]+\/(\d[\w.-]*)/);
		return {
			facts: {
				version,
				product: find(/^Server version:\s*([\w-]+)/),
				mpm: mpm && reading(mpm.value.toLowerCase(), mpm.lines),
				threaded: threaded && reading(threaded.value === 'yes', threaded.lines),
				httpdRoot: path('HTTPD_ROOT'),
				serverConfig: path('SERVER_CONFIG_FILE'),
				apr: find(/^Server loaded:\s*APR (\d[\w.-]*)/) ?? compiled,
				aprUtil: find(/^Server loaded:.*\bAPR-Util (\d[\w.-]*)/i),
				aprCompiled: compiled,
				mutexDefault: reading(mechanisms[mechanism?.flag ?? ''], mechanism ? [mechanism.line] : []),
				// A listing that was cut may lack the flag; one that has the flag of the mechanism before it is whole.
				singleListenUnserialized:
					mechanism || unserialized ? reading(unserialized !== undefined, unserialized ? [unserialized.line] : []) : undefined,
				pidLog: path('DEFAULT_PIDLOG'),
				errorLog: path('DEFAULT_ERRORLOG'),
			},
		};
	},
});
