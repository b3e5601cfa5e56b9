import { describe, expect, it } from 'vitest';
import { readAsGolden } from './golden.ts';

/** What ends a start, and its family. */
const causes = [
	['port-in-use', '(98)Address already in use: AH00072: make_sock: could not bind to address [::]:80'],
	['other', '(13)Permission denied: AH00072: make_sock: could not bind to address [::]:80'],
	[
		'config-error',
		"AH00526: Syntax error on line 12 of /etc/httpd/conf.d/shop.conf:\nInvalid command 'ProxyPas', perhaps misspelled",
	],
	['config-error', 'AH00534: apache2: Configuration error: No MPM loaded.'],
	['config-error', 'AH00543: apache2: bad user name nobodyhere'],
	['config-error', "[jk:emerg] Error in reading worker properties from '/etc/httpd/workers.properties'"],
	['mutex-create-failed', "(28)No space left on device: AH00023: Couldn't create the mpm-accept mutex "],
	['mutex-create-failed', "(13)Permission denied: AH00023: Couldn't create the mpm-accept mutex (file /srv/locks/mpm-accept.71)"],
	['mutex-create-failed', '(28)No space left on device: AH02478: failed to create proxy mutex'],
	['log-open-failed', '(2)No such file or directory: AH00091: httpd: could not open error log file /srv/log/error.log.'],
	['log-open-failed', "AH02291: Cannot access directory '/srv/log/' for main error log"],
	['piped-log', "(2)No such file or directory: AH00089: Couldn't start ErrorLog process '/opt/cronolog'."],
	['piped-log', "AH00104: unable to start piped log program '/opt/cronolog': No such file or directory"],
	['tls-startup', 'AH02572: Failed to configure at least one certificate and key for shop.example:443'],
	['tls-startup', 'AH02565: Certificate and private key shop.example:443:0 from /etc/tls/a and /etc/tls/b do not match'],
	['other', '[jk:emerg] Initializing shm:/var/log/jk-runtime-status.71 errno=28. Unable to start due to shared memory failure.'],
	['other', '(28)No space left on device: AH00001: unable to create or access scoreboard (anonymous shared memory failure)'],
] as const;

const conclusions = [
	'AH00013: Pre-configuration failed',
	'AH00014: Configuration check failed',
	'AH00015: Unable to open logs',
	'AH00016: Configuration Failed',
	'AH00017: Pre-configuration failed, exiting',
	'AH00018: Configuration check failed, exiting',
	'AH00019: Unable to open logs, exiting',
	'AH00020: Configuration Failed, exiting',
	'no listening sockets available, shutting down',
	"Action 'start' failed.",
	"Action 'start' failed.\nThe Apache error log may have more information.",
	'no listening sockets available, shutting down\nAH00015: Unable to open logs',
	"AH00016: Configuration Failed\nAction 'start' failed.\nThe Apache error log may have more information.",
	"no listening sockets available, shutting down\nAH00015: Unable to open logs\nAction 'start' failed.\nThe Apache error log may have more information.",
] as const;

const heads: readonly (readonly [string, (line: string) => string])[] = [
	['on a terminal', (line) => line],
	['in the log', (line) => `[Sat Nov 21 10:00:00.000000 2026] [core:emerg] [pid 71:tid 71] ${line}`],
	['in the journal', (line) => `Nov 21 10:00:00 web apachectl[71]: ${line}`],
	['in the log of 2.2', (line) => `[Sat Nov 21 10:00:00 2026] [emerg] ${line.replace(/AH\d{5}: /, '')}`],
];
const written = (text: string, head: (line: string) => string) => text.split('\n').map(head).join('\n');

describe.each(heads)('%s', (_, head) => {
	it.each(causes)('a start that ends for %s ends for that, whatever httpd says in the end: %s', (family, cause) => {
		for (const conclusion of conclusions) {
			const { primary, families, facts } = readAsGolden(`${written(cause, head)}\n${written(conclusion, head)}`);
			expect([conclusion, primary, families]).toEqual([conclusion, family, { [family]: 1 }]);
			expect([conclusion, facts['startFailures'], facts['unexplainedStarts']]).toEqual([conclusion, 1, undefined]);
		}
	});

	it.each(conclusions)('%s alone names no cause', (conclusion) => {
		const { primary, families, facts } = readAsGolden(written(conclusion, head));
		expect([primary, families]).toEqual(['other', { other: 1 }]);
		expect(facts).toMatchObject({ startFailures: 1, unexplainedStarts: 1, lastEvent: 'failed-start' });
	});
});
