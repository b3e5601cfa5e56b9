import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isMissing } from '../program.ts';
import { runProgram } from '../headless/program.ts';
import type { TerminalSession } from './terminal.ts';
import { openWizard, pressUntil, settled } from './wizard.ts';

const at = (day: number, time: string, text: string): string => `[Fri Nov ${day} ${time}.000000 2026] ${text}\n`;
const up = (day: number, time: string) =>
	at(day, time, '[mpm_prefork:notice] [pid 10] AH00163: Apache/2.4.65 (Unix) configured -- resuming normal operations');
const died = (day: number, time: string) =>
	at(day, time, '[core:notice] [pid 10] AH00052: child pid 41 exit signal Segmentation fault (11)');
const denied = at(
	21,
	'10:00:00',
	'[authz_core:error] [pid 12] [client 10.0.0.1:5] AH01630: client denied by server configuration: /x',
);

const gibibyte = 2 ** 30;
/** More than is read of the end of a log. */
const noiseMebibytes = 40;

/** A log that takes a while to search: a start and a death, a hole such as a crash of the machine leaves, noise, and a death. */
function writeLog(path: string): void {
	const block = Buffer.from(denied.repeat(Math.ceil((1 << 20) / denied.length)));
	const file = openSync(path, 'w');
	writeSync(file, up(21, '09:00:00') + died(21, '09:30:00'));
	let place = 4 * gibibyte;
	const add = (bytes: Buffer): void => void (place += writeSync(file, bytes, 0, bytes.length, place));
	add(Buffer.from('\n'));
	for (let written = 0; written < noiseMebibytes; written += 1) add(block);
	add(Buffer.from(died(21, '11:00:00')));
	closeSync(file);
}

describe.skipIf(isMissing)('a log of some gigabytes in the wizard', () => {
	let home: string;
	let log: string;
	let session: TerminalSession;
	const open = (words: readonly string[] = []): TerminalSession =>
		openWizard({ hints: words.length > 0 ? [] : ['--error-log', log], within: [] }, { home, words });
	beforeEach(() => {
		home = mkdtempSync(join(tmpdir(), 'httpd-medic-search-'));
		log = join(home, 'error.log');
		writeLog(log);
		writeFileSync(`${log}.1.gz`, gzipSync(up(20, '01:00:00') + died(20, '03:12:44')));
		session = open();
	});
	afterEach(async () => {
		await session.close();
		rmSync(home, { recursive: true });
	});

	it('is judged from its end, searched behind the steps, and told of in the report and by the resumed session', async () => {
		await settled(session);
		await session.press('enter');
		await session.waitFor(/Only the end of the log was read\. Search the whole log: \d+\.\d GiB in 2 files/);
		await session.type('f');
		await session.waitFor(/Whole log: \d+ %, .* found · Esc stops it/);
		await pressUntil(session, 'enter', /^DIAGNOSED: /m);
		const found = /Whole log: child-segfault since\s+2026-11-20\s+03:12,\s+3\s+times, last\s+2026-11-21\s+11:00/;
		await session.waitFor(found, 60_000);
		await session.type('f');
		await session.waitFor(/sign\s+AH00052 signal 11/);
		await session.close();
		session = open(['resume']);
		await session.waitFor(found);
		const [id = ''] = /\d{8}-\d{6}-\w{6}/.exec(session.text()) ?? [];
		const report = join(home, 'report.md');
		await runProgram(['export', id, '--output', report], { home, input: '' });
		const told = readFileSync(report, 'utf8');
		expect(told).toContain('The whole log: child-segfault for the first time; 3 times until 2026-11-21 11:00:00');
		expect(told).toContain('came after the start of 2026-11-20T01:00:00');
	});

	it('is no longer searched when it is stopped, or the program is killed: then it is offered again', async () => {
		await settled(session);
		await session.press('enter');
		await session.waitFor(/Only the end of the log was read/);
		await session.type('f');
		await session.waitFor(/Whole log: \d+ %/);
		await session.press('ctrl-c');
		await session.waitFor(/The search of the whole log was not finished/);
		expect(session.text()).not.toContain('Leave httpd-medic?');
		await session.type('f');
		await session.waitFor(/Whole log: \d+ %/);
		process.kill(session.pid, 'SIGKILL');
		await session.ended;
		session = open(['resume']);
		await session.waitFor(/The search of the whole log was not finished\. Search the whole log/);
		await session.type('f');
		await session.waitFor(/Whole log: child-segfault since 2026-11-20 03:12/, 60_000);
	});
});
