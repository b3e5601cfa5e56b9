import { describe, expect, it } from 'vitest';
import { errorLogParser } from '../../../src/parsers/error-log/index.ts';
import { factsOf, inputOf } from '../evidence.ts';

interface Told {
	readonly primary: string;
	readonly families: readonly { readonly family: string; readonly events: number }[];
}

function told(text: string): string {
	const { primary, families } = errorLogParser.parse(inputOf(text)).explanation as unknown as Told;
	return `${primary} ${families.find(({ family }) => family === primary)?.events ?? 0}`;
}

const died = '[core:notice] [pid 7] AH00052: child pid 8 exit signal Segmentation fault (11)';

describe('logs as people post them', () => {
	it.each([
		[
			'the quotes of a web page',
			'[emerg] (43)Identifier removed: couldn&#039;t grab the accept mutex\n',
			'accept-mutex-removed 1',
		],
		[
			'Markdown that kept its escapes',
			'\\[Mon Mar 21 15&#8203;:37&#8203;:17 2011\\] \\[notice\\] child pid 8 exit signal Segmentation fault \\(11\\)\n',
			'child-segfault 1',
		],
		[
			'the name of the file before each line',
			`/var/log/error_log-1:[Mon Mar 21 15:37:17.123456 2022] ${died}\n`,
			'child-segfault 1',
		],
		[
			'a collector of containers',
			`2018-06-01T10:11:12.132456789Z stderr F [Fri Jun 01 10:11:12.131415 2018] ${died}\n`,
			'child-segfault 1',
		],
	])('%s', (_name, text, expected) => {
		expect(told(text)).toBe(expected);
	});

	it('leaves what a configuration may really hold as it is', () => {
		const text = "Syntax error on line 3 of /etc/httpd.conf:\nInvalid command '&lt;Directory', perhaps misspelled or defined\n";
		expect(factsOf(errorLogParser, text).configErrorText).toContain('&lt;Directory');
	});
});

describe('starts that fail', () => {
	it.each([
		['httpd: Could not open configuration file /etc/httpd/httpd.conf: No such file or directory\n', 'config-error 1'],
		[
			'[crit] Apache is running a threaded MPM, but your PHP Module is not compiled to be threadsafe.  You need to recompile PHP.\nPre-configuration failed\n',
			'config-error 1',
		],
		['[Mon Mar 21 15:37:17 2009] [crit] (98)Address already in use: make_sock: could not bind to port 443\n', 'port-in-use 1'],
		[
			'(OS 10013)An attempt was made to access a socket in a forbidden way.  : AH00072: make_sock: could not bind to address [::]:80\nAH00015: Unable to open logs\n',
			'port-in-use 1',
		],
		[
			'[Mon Mar 21 15:37:16.123456 2022] [mpm_winnt:crit] [pid 8:tid 8] (OS 10048)Only one usage of each socket address is permitted.  : AH00072: make_sock: could not bind to address 0.0.0.0:80\n',
			'port-in-use 1',
		],
		['(13)Permission denied: AH00072: make_sock: could not bind to address [::]:80\nAH00015: Unable to open logs\n', 'other 1'],
	])('%s', (text, expected) => {
		expect(told(text)).toBe(expected);
	});
});

describe('the words of httpd in the mouth of others', () => {
	it.each([
		[
			'its source',
			'ap_log_error(APLOG_MARK, APLOG_NOTICE, 0, s, APLOGNO(00060) "seg fault or similar nasty error detected in the parent process");\n',
		],
		['a list of changes', "  *) prefork: couldn't grab the accept mutex on some platforms. [N. N.]\n"],
		[
			'the server of PHP',
			'[23-Jun-2021 10:21:05] WARNING: [pool www] child 11 said into stderr: "double free or corruption (!prev)"\n',
		],
	])('tells nothing: %s', (_name, text) => {
		expect(told(text)).toBe('other 0');
		expect(factsOf(errorLogParser, text)).not.toMatchObject({ heapCorruption: 1 });
	});
});
