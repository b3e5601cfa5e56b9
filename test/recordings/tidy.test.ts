import { describe, expect, it } from 'vitest';
import { placesOf } from '../../scripts/recording/places.ts';
import { tidy } from '../../scripts/recording/tidy.ts';
import type { Recording } from '../../src/targets/index.ts';

const scratch = '/tmp/httpd-medic-lab-healthy-Ab12Cd';
const config = `${scratch}/server/httpd.conf`;
const log = `${scratch}/server/error.log`;

const capture = (text: string, paths: readonly string[] = []): Recording['entries'][number]['capture'] => ({
	text,
	spans: paths.map((path) => ({ path, firstLine: 1, lines: 1, sourceLine: 1 })),
	...{ exitCode: 0, durationMs: 1, truncated: false, problem: null },
});

const listing = (...paths: readonly string[]): string => paths.map((path) => `0644\t0\t0\t1\t2026\tfile\t${path}\n`).join('');

const recording: Recording = {
	schema: 1,
	...{ id: 'healthy', title: 'A title', summary: 'A summary.', recordedAt: 0 },
	hints: { httpd: '/usr/sbin/apache2', config, errorLog: log, core: null, since: null },
	entries: [
		{ request: `cat ${config}`, capture: capture(`Listen 127.0.0.1:31001\nListen 127.0.0.1:31002\n`, [config]) },
		{ request: `/usr/sbin/apache2 -f ${config} -V`, capture: capture('Server version: Apache/2.4.71\n') },
		{ request: `cat ${log}`, capture: capture(`AH00094: Command line: '/usr/sbin/apache2 -f ${config}'\n`, [log]) },
		{
			request: `ls -lnd ${log} /var/log/apache2/error.log ${scratch}/server/core*`,
			capture: capture(listing(log, '/var/log/apache2/error.log', `${scratch}/server/cores`)),
		},
		{ request: 'dmesg --time-format iso', capture: capture('2026 apache2[1]: segfault\n') },
		{
			request: 'ss -ltnp',
			capture: capture('State Local\nLISTEN 127.0.0.1:31001 users:(("apache2",pid=1,fd=3))\nLISTEN 0.0.0.0:22\n'),
		},
	],
};

describe('a recording of the lab', () => {
	const tidied = tidy(recording, placesOf(scratch, recording));
	const textOf = (request: string) => tidied.entries.find((entry) => entry.request === request)?.capture.text;

	it('reads like one of an ordinary server, in what is asked and in what is answered', () => {
		expect(JSON.stringify(tidied)).not.toContain('httpd-medic-lab');
		expect(tidied.hints).toMatchObject({ config: '/etc/apache2/apache2.conf', errorLog: '/var/log/apache2/error.log' });
		expect(textOf('cat /etc/apache2/apache2.conf')).toBe('Listen 0.0.0.0:80\nListen 0.0.0.0:8080\n');
		expect(textOf('/usr/sbin/apache2ctl -V')).toContain('2.4.71');
		expect(textOf('cat /var/log/apache2/error.log')).toBe("AH00094: Command line: '/usr/sbin/apache2'\n");
		expect(tidied.entries[0]?.capture.spans[0]?.path).toBe('/etc/apache2/apache2.conf');
	});

	it('lists a place once, and only what was asked for', () => {
		const request = 'ls -lnd /var/log/apache2/error.log /var/log/apache2/error.log /etc/apache2/core*';
		expect(textOf(request)).toBe(listing('/var/log/apache2/error.log'));
	});

	it('tells nothing of the machine around it', () => {
		expect(textOf('dmesg --time-format iso')).toBe('');
		expect(textOf('ss -ltnp')).toBe('State Local\nLISTEN 0.0.0.0:80 users:(("apache2",pid=1,fd=3))\n');
	});
});
