import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openTarget } from '../../src/targets/index.ts';
import { diagnose } from './evidence-session.ts';

const started = (mpm: string, code: string): string =>
	`[Tue Mar 11 08:00:01.123456 2025] [mpm_${mpm}:notice] [pid 900] ${code}: Apache/2.4.62 (Unix) configured -- resuming normal operations\n`;
const died =
	'[Tue Mar 11 08:12:44.000001 2025] [core:notice] [pid 900] AH00052: child pid 977 exit signal Segmentation fault (11)\n';
const refused =
	'[Tue Mar 11 08:12:44.000001 2025] [proxy:error] [pid 911] (111)Connection refused: AH00957: AJP: attempt to connect to 127.0.0.1:8009 (localhost:8009) failed\n';

/** A folder of raw files under the paths that they had, and nothing else. */
async function verdictOf(files: Readonly<Record<string, string>>) {
	const folder = mkdtempSync(join(tmpdir(), 'httpd-medic-bundle-'));
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
	try {
		const { answer } = await diagnose([], await openTarget(`bundle:${folder}`));
		return { verdict: answer.verdict, diagnoses: answer.diagnoses.map((each) => each.id) };
	} finally {
		rmSync(folder, { recursive: true });
	}
}

describe('a folder of raw files', () => {
	it.each([
		['of Debian', 'var/log/apache2/error.log'],
		['of Red Hat', 'var/log/httpd/error_log'],
		['of SUSE', 'var/log/apache2/error_log'],
		['of a build of its own', 'usr/local/apache2/logs/error_log'],
	])('%s is found by its error log, and by the settings of its kernel', async (_where, log) => {
		const found = await verdictOf({
			[log]: started('prefork', 'AH00163') + died,
			'proc/sys/kernel/core_pattern': '|/usr/lib/systemd/systemd-coredump %P\n',
			'proc/900/limits':
				'Limit                     Soft Limit           Hard Limit           Units     \nMax core file size        0                    0                    bytes     \n',
		});
		expect(found.verdict).toBe('diagnosed');
		expect(found.diagnoses.toSorted()).toEqual(['child-killed-by-signal', 'core-pattern-piped']);
	});

	it('has its error log where its configuration says', async () => {
		const configuration = 'ServerRoot "/etc/httpd"\nListen 80\nUser apache\nErrorLog "/srv/logs/main_error"\n';
		expect(
			await verdictOf({
				'etc/httpd/conf/httpd.conf': configuration,
				'srv/logs/main_error': started('event', 'AH00489') + refused,
			}),
		).toEqual({ verdict: 'diagnosed', diagnoses: ['ajp-backend-down'] });
	});

	it('is healthy where only its rotated log tells of crashes', async () => {
		const found = await verdictOf({
			'var/log/apache2/error.log': started('prefork', 'AH00163'),
			'var/log/apache2/error.log.1': started('prefork', 'AH00163') + died,
		});
		expect(found).toEqual({ verdict: 'healthy', diagnoses: [] });
	});
});
