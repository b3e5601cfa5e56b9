import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SessionEvent } from '../../src/domain/index.ts';
import { menuOf } from '../../src/headless/plain/menu.ts';
import { english } from '../../src/catalogue/index.ts';
import { createSources } from '../../src/headless/plain/sources.ts';
import { remedyLines } from '../../src/headless/plain/tell/remedy.ts';
import { renderPlain } from '../../src/headless/plain/tell/render.ts';
import type { RemedyView, Screen } from '../../src/session/index.ts';
import {
	ask,
	captured,
	collect,
	diagnosis,
	ended,
	errorLog,
	finishedCollect,
	handOff,
	hostile,
	item,
	judge,
	korean,
	remedy,
	screenOf,
	welcome,
} from '../tui/fake-screens.ts';

const place = [{ path: '/var/log/apache2/error.log', firstLine: 1, lines: 300, sourceLine: 17_001 }];
const events: readonly SessionEvent[] = [captured(1, { id: 'e1', spans: place })];
const bodies = { welcome, ask, collect, finishedCollect, judge, diagnosis, handOff, ended };

function tell(body: Screen['body'], text = errorLog): string {
	const sources = createSources({ events: () => events, evidenceText: (id) => (id === 'e1' ? text : '') });
	return renderPlain(screenOf(body), { m: english.plain, sources, isTold: () => false });
}

function menu(body: Screen['body'], legal: Parameters<typeof screenOf>[1] = []) {
	return menuOf(screenOf(body, legal), { m: english.plain, hasPractice: true, read: new Set(), isStuck: false });
}

const japanese = 'サーバーが落ちました：共有メモリの失敗';

describe('every screen in plain sentences', () => {
	it.each(Object.entries(bodies))('%s has neither control bytes nor boxes', (_, body) => {
		const text = tell(body);
		expect(text).not.toMatch(/[^\n\t\P{Cc}]/u);
		expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b-\u200f]/);
		expect(text).not.toMatch(/[\u2500-\u257f\u2580-\u259f]/);
	});

	it('says in words what was seen, and whether it is good or bad', () => {
		const text = tell(welcome);
		expect(text).toContain('In order: httpd 2.4.71 runs as www-data');
		expect(text).toContain('Trouble: 3 children died of signal 11 evil \\x1b]0;owned\\x07 \\u{202e}abc\\x9b31m  end');
		expect(text).toContain(`Seen: ${korean}`);
	});

	it('tells why a step is taken and what is asked', () => {
		expect(tell(ask)).toContain(`${korean} When do the children die?`);
		expect(menu(ask).choices.map((choice) => choice.label)).toHaveLength(3);
		expect(menu(ask).fallback).toBe(2);
	});

	it('tells of each collector its state, risk, exact command and what is to be done', () => {
		const text = tell(collect);
		expect(text).toContain('Error log: done.\n');
		expect(text).toContain('Command: tail -c 8388608 /var/log/apache2/error.log');
		expect(text).toContain(`${korean}: needs consent. Risk: INTRUSIVE: pauses or loads the server.`);
		expect(text).toContain('Command: gdb -p 17');
		expect(text).toContain('Reason: No core file was found. Set CoreDumpDirectory.');
		expect(text).toContain('Not all evidence of this step is in.');
	});

	it('tells the marked lines with two lines around them, then how to read it all', () => {
		const lines = tell(finishedCollect).split('\n');
		const from = lines.findIndex((line) => line.includes('line 198:'));
		expect(lines.slice(from, from + 6).map((line) => /line \d+(?:, marked)?/.exec(line)?.[0])).toEqual([
			'line 198',
			'line 199',
			'line 200, marked',
			'line 201, marked',
			'line 202',
			'line 203',
		]);
		expect(lines[from + 6]).toContain('Type o 1 to read it all.');
	});

	it('tells a short output whole and says of a long one without marks that no line was telling', () => {
		const whole = { ...finishedCollect, items: [item({ evidence: [{ ...(item().evidence[0] ?? fail()), marked: [] }] })] };
		expect(tell(whole, 'one\ntwo\n')).toContain('line 2: two');
		expect(tell(whole)).toContain('No line of it was telling. Type o 1 to read it.');
	});

	it('cites the line of the file, not that of the capture', () => {
		for (const body of [judge, diagnosis]) {
			expect(tell(body)).toContain(
				'/var/log/apache2/error.log:17200: [core:notice] [pid 17] AH00052: child pid 41 exit signal Segmentation fault (11) evil \\x1b]0',
			);
			expect(tell(body)).toContain('cited here: 1.');
		}
	});

	it('cites the output of a command by its number', () => {
		const sources = createSources({ events: () => [captured(1, { id: 'e1', spans: [] })], evidenceText: () => errorLog });
		const told = renderPlain(screenOf(judge), { m: english.plain, sources, isTold: () => false });
		expect(told).toContain('output 1, line 200: [core:notice] [pid 17] AH00052');
	});

	it('says of an output of an earlier step that it was told', () => {
		const sources = createSources({ events: () => events, evidenceText: () => errorLog });
		const told = renderPlain(screenOf(finishedCollect), { m: english.plain, sources, isTold: () => true });
		expect(told).toContain('Output 1: 300 lines, 2.1 seconds. It was told before. Type o 1 to read it again.');
		expect(told).not.toContain('marked');
	});

	it('tells where each verdict leads and what would decide it', () => {
		const text = tell(judge);
		expect(text).toContain('The evidence says confirmed: 3 children died of signal 11.');
		expect(text).toContain('If refuted: on to "Look elsewhere evil');
		expect(text).toContain('The stack is not known. How: Collect a core file.');
		expect(menu(judge).choices[0]?.label).toBe('Go on to "Read the core file"');
	});

	it('tells status, culprit, remedies, risks, what is missing and what is excluded', () => {
		const text = tell(diagnosis);
		expect(text).toContain('Diagnosis 1, confirmed: mod_jk loses its shared memory');
		expect(text).toContain('Culprit: mod_jk.so, jk_shm_sync, jk_shm.c');
		expect(text).toContain('Risk 2 that has not struck yet, possible: The connector is open to all');
		expect(text).toContain('Fix: Give mod_jk a shared memory file. Risk: MUTATING: changes the target. State: not applied.');
		expect(text).toContain(
			`Mitigation: ${japanese}. Risk: MUTATING: changes the target. State: applied. Verification: confirmed.`,
		);
		expect(text).toContain('Ruled out:\n  The disk is full. 17 % used');
	});

	it('hides the values of secrets in what was captured, and keeps the numbers of the lines', () => {
		const text = ['-----BEGIN RSA PRIVATE KEY-----', 'MIIE', '-----END RSA PRIVATE KEY-----', 'JkSecret secret=hunter2'].join(
			'\n',
		);
		const told = tell(
			{ ...judge, finding: { ...judge.finding, proofs: [{ evidence: 'e1', firstLine: 1, lastLine: 4, place: 'x:1' }] } },
			text,
		);
		expect(told).not.toContain('hunter2');
		expect(told).not.toContain('MIIE');
		expect(told).toMatch(/error\.log:17004: JkSecret secret=\[secret\]/);
	});

	it('shortens a monstrous line', () => {
		const told = tell({ ...judge, finding: { ...judge.finding, statement: 'x'.repeat(5000) } });
		expect(told).toContain('[… +3000]');
	});
});

describe('a remedy before consent', () => {
	it('tells the diff in words, the undo and the verification', () => {
		const text = remedyLines(remedy, false, english.plain).join('\n');
		expect(text).toContain('remove: JkShmFile /tmp/x');
		expect(text).toContain('add: JkShmFile /run/jk.shm');
		expect(text).toContain('keep: 한국어 주석');
		expect(text).toContain('  apachectl graceful');
		expect(text).toContain('How it is undone:\n  By hand: restore /etc/apache2/conf-enabled/jk.conf');
		expect(text).toContain('Verified afterwards by: No child died of a signal since the restart.');
		expect(text).toContain('Risk: MUTATING: changes the target.');
	});

	it('tells new content line by line, however long its lines are', () => {
		const path = `/etc/${'long/'.repeat(600)}x`;
		const view: RemedyView = {
			...remedy,
			actions: [{ description: `write ${path}`, change: `+ Mutex pthread\n\n+ ${path}\n`, manual: false }],
		};
		const text = remedyLines(view, false, english.plain).join('\n');
		expect(text).toContain(`add: Mutex pthread\n    add: \n    add: ${path}`);
		expect(text).toContain(`write ${path}`);
	});
});

/** Half of them are control characters and other low ones. */
const anyCharacter = fc
	.oneof(fc.integer({ min: 0, max: 0x10_ff_ff }), fc.integer({ min: 0, max: 0xff }))
	.map((code) => String.fromCodePoint(code));

describe('whatever the evidence holds', () => {
	it('neither breaks a line nor hides one', () => {
		const lines = tell(judge).split('\n').length;
		fc.assert(
			fc.property(fc.string({ unit: anyCharacter, maxLength: 60 }), (foreign) => {
				const statement = `a${foreign}`;
				const told = tell({ ...judge, title: statement, finding: { ...judge.finding, statement } });
				return told.split('\n').length === lines && !/[^\n\t\P{Cc}]/u.test(told);
			}),
		);
	});

	it('every choice has one line of its own', () => {
		const labels = menu({ ...ask, options: [{ id: 'x', label: `one\n2. forged ${hostile}` }] }).choices.map(
			(choice) => choice.label,
		);
		expect(labels[0]).toBe('one 2. forged evil \\x1b]0;owned\\x07 \\u{202e}abc\\x9b31m  end');
	});
});

function fail(): never {
	throw new Error('the example holds no evidence');
}
