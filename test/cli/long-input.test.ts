import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { english } from '../../src/catalogue/index.ts';
import { readInput } from '../../src/cli/read-input.ts';
import { sourceOf } from '../../src/domain/index.ts';
import { type EffectContext, readPaste } from '../../src/engine/effects.ts';
import { EvidenceTexts } from '../../src/engine/evidence-texts.ts';
import { parsers } from '../../src/parsers/index.ts';
import type { Message } from '../../src/session/index.ts';
import { createBlobStore } from '../../src/store/index.ts';
import { openTarget } from '../../src/targets/index.ts';

const home = mkdtempSync(join(tmpdir(), 'httpd-medic-test-'));
afterAll(() => rmSync(home, { recursive: true }));

const locals = Array.from(
	{ length: 80_000 },
	(_, at) => `        local_${at} = {next = 0x7f1c${at}, data = "${'v'.repeat(30)}"}\n`,
);
const trace = join(home, 'trace.txt');
writeFileSync(
	trace,
	[
		'Program terminated with signal SIGSEGV, Segmentation fault.\n',
		'Thread 1 (Thread 0x7f1c40ff9700 (LWP 4711)):\n',
		'#0  jk_ajp_push_worker (aw=0x0) at ./src/jk_ajp_common.c:3421\n',
		...locals,
		'#1  0x00007f1c00000011 in jk_handler (r=0x7f1c40) at ./src/mod_jk.c:2854\n',
		...locals.slice(0, 100),
	].join(''),
);

/** What the session is told of a pasted text, with the texts that were kept. */
async function pasted(text: Awaited<ReturnType<typeof readInput>>) {
	const said: Message[] = [];
	const blobs = createBlobStore(mkdtempSync(join(home, 'session-')));
	const texts = new EvidenceTexts(blobs);
	const context: EffectContext = {
		...{ target: await openTarget('none'), blobs, clock: { now: () => 0 }, terminal: null, parsers, m: english.session },
		signal: new AbortController().signal,
		say: async (message) => void said.push(message),
		keep: (id, sha256, kept) => texts.keep(id, sha256, kept),
		keepLong: (id, kept) => texts.keepLong(id, kept),
		takeIds: (collector) => [`${collector}-1`],
	};
	const { spans, truncated } = text;
	await readPaste({ type: 'read-paste', text: text.text, format: 'backtrace', source: trace, spans, truncated }, context);
	const [captured] = said;
	if (captured?.type !== 'captured') throw new Error('nothing was captured');
	return { texts, captured };
}

describe('a stack trace of many megabytes', () => {
	it('is never held as a whole, and is the same evidence as if it were', async () => {
		const long = await readInput(trace, null);
		expect(typeof long.text).toBe('object');
		const whole = readFileSync(trace, 'utf8');
		const lines = whole.split('\n').length - 1;
		const spans = [{ path: trace, firstLine: 1, lines, sourceLine: 1 }];
		const inPieces = await pasted(long);
		const atOnce = await pasted({ ...long, text: whole, spans });
		expect(inPieces.captured).toEqual(atOnce.captured);
		const { evidence, facts } = inPieces.captured;
		expect(evidence).toMatchObject({ bytes: Buffer.byteLength(whole), lines, spans, sha256: sha256(whole) });
		const [citation] = facts.find(({ name }) => name === 'trace.culpritModule')?.citations.slice(-1) ?? [];
		expect(citation?.firstLine).toBe(80_004);
		expect(inPieces.texts.lines(evidence.id, 80_004, 80_004)).toContain('in jk_handler');
		expect(sourceOf(evidence, 80_004)).toEqual({ file: trace, line: 80_004 });
		expect(inPieces.texts.of(evidence.id)).toBe(whole);
	});

	it('is told from a log, of which the end is read', async () => {
		const log = join(home, 'error.log');
		const line = '[Sat Aug 01 00:00:00.000000 2026] [core:notice] [pid 7:tid 7] AH00094: Command line: apache2\n';
		writeFileSync(log, line.repeat((5 << 20) / line.length));
		expect(typeof (await readInput(log, null)).text).toBe('string');
	});
});

function sha256(text: string): string {
	return createHash('sha256').update(text).digest('hex');
}
