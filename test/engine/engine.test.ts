import { describe, expect, it } from 'vitest';
import { englishEvidence } from '../../src/catalogue/evidence.ts';
import { describeRequest, type Request } from '../../src/domain/index.ts';
import { littleEngine } from './little-guide.ts';
import { memoryBlobs, memoryJournal, scriptedTarget, start } from './scripted.ts';

const crashing = { 'cat /first': 'fine\n', 'cat /log': 'fine\ncrash one\ncrash two\n', mend: 'mended', break: 'broken' };

async function atJudge(engine = littleEngine(crashing)) {
	await engine.begin(start);
	await engine.idle();
	await engine.send({ type: 'choose-flow', flow: 'little' });
	await engine.idle();
	await engine.send({ type: 'continue' });
	return engine;
}

describe('a session', () => {
	it('looks first, collects, judges and reaches a diagnosis with its proof', async () => {
		const engine = await atJudge();
		const judged = engine.screen().body;
		expect(judged.kind === 'judge' && judged.finding).toMatchObject({ verdict: 'confirmed', statement: '2 crashes' });
		await engine.send({ type: 'continue' });
		await engine.send({ type: 'answer', option: 'yes' });
		const { body } = engine.screen();
		if (body.kind !== 'diagnosis') throw new Error(body.kind);
		expect(body.verdict).toBe('diagnosed');
		expect(body.diagnoses[0]?.findings[0]?.proofs.map((proof) => proof.place)).toEqual(['/log:2', '/log:3']);
	});

	it('writes every event before its effect', async () => {
		const journal = memoryJournal();
		const unannounced: Request[] = [];
		const target = scriptedTarget(crashing, (request) => {
			const said = journal.events.flatMap((event) => (event.type === 'collection-started' ? event.requests : []));
			if (!said.includes(describeRequest(request))) unannounced.push(request);
		});
		await atJudge(littleEngine(crashing, { journal, target }));
		expect(unannounced).toEqual([]);
		expect(journal.events.map((event) => event.seq)).toEqual(journal.events.map((_, index) => index + 1));
	});

	it('makes events safe before their effect, those of one moment together', async () => {
		const { events, append, close } = memoryJournal();
		let safe = 0;
		let syncs = 0;
		const journal = {
			...{ append, close, write: append },
			sync: async () => {
				syncs += 1;
				await Promise.resolve();
				safe = events.length;
			},
		};
		const unsafe: Request[] = [];
		const target = scriptedTarget(crashing, (request) => {
			const said = events.slice(0, safe).flatMap((event) => (event.type === 'collection-started' ? event.requests : []));
			if (!said.includes(describeRequest(request))) unsafe.push(request);
		});
		const engine = await atJudge(littleEngine(crashing, { journal, target }));
		expect(unsafe).toEqual([]);
		expect(safe).toBe(events.length);
		expect(syncs).toBeLessThan(events.length);
		await engine.close();
	});

	it('runs nothing above read without consent, and goes on without it', async () => {
		const asked: Request[] = [];
		const engine = await atJudge(littleEngine(crashing, { target: scriptedTarget(crashing, (request) => asked.push(request)) }));
		expect(asked.map((request) => request.risk)).toEqual(['read', 'read']);
		await engine.send({ type: 'back' });
		await engine.send({ type: 'consent', collector: 'attach' });
		await engine.idle();
		expect(asked.at(-1)?.risk).toBe('intrusive');
	});

	it('says why a collector has nothing to ask', async () => {
		const engine = await atJudge();
		await engine.send({ type: 'back' });
		const { body } = engine.screen();
		const item = body.kind === 'collect' ? body.items.find((each) => each.collector === 'helpless') : undefined;
		const { because, advice } = englishEvidence.blocked['no-error-log'];
		expect(item).toMatchObject({ state: 'blocked', problem: { message: because, advice } });
	});

	it('keeps a note with the lines that it is about, and refuses one on lines that are not there', async () => {
		const engine = await atJudge();
		const { body } = engine.screen();
		const [proof] = body.kind === 'judge' ? body.finding.proofs : [];
		if (!proof) throw new Error('no proof');
		const place = { evidence: proof.evidence, firstLine: 2, lastLine: 3 };
		await engine.send({ type: 'note', text: 'as last week', place });
		expect(engine.screen().lineNotes).toEqual([{ text: 'as last week', place }]);
		for (const wrong of [{ lastLine: 4 }, { firstLine: 0 }, { firstLine: 4, lastLine: 3 }, { evidence: 'e99' }]) {
			await expect(engine.send({ type: 'note', text: 'x', place: { ...place, ...wrong } })).rejects.toThrow('no such line');
		}
		await engine.send({ type: 'note', text: 'of the step' });
		expect(engine.screen().lineNotes).toHaveLength(1);
	});

	it('takes an override with its reason, and refuses one without', async () => {
		const engine = await atJudge();
		await expect(engine.send({ type: 'override', verdict: 'refuted', reason: ' ' })).rejects.toThrow('needs a reason');
		await engine.send({ type: 'override', verdict: 'refuted', reason: 'those were tests' });
		const { body } = engine.screen();
		expect(body.kind === 'diagnosis' && body.title).toBe('Nothing');
	});

	it('reads pasted evidence and recognises its format', async () => {
		const engine = littleEngine({});
		await engine.begin(start);
		await engine.send({ type: 'paste', text: 'crash\n', format: null, source: 'a colleague' });
		await engine.idle();
		expect(engine.state().captured.at(-1)?.evidence).toMatchObject({ format: 'words', collector: 'operator' });
		expect(engine.proposals()).toEqual(['little']);
	});

	it('gives every piece of evidence an id of its own, however close together they come', async () => {
		const engine = littleEngine(crashing);
		await engine.begin(start);
		await Promise.all([
			engine.send({ type: 'paste', text: 'crash a\n', format: 'words', source: 'one' }),
			engine.send({ type: 'paste', text: 'crash b\n', format: 'words', source: 'other' }),
			engine.send({ type: 'repeat' }),
			engine.send({ type: 'repeat' }),
		]);
		await engine.idle();
		const ids = engine.state().captured.map(({ evidence }) => evidence.id);
		expect(ids.toSorted()).toEqual(['first-1', 'first-2', 'first-3', 'operator-1', 'operator-2']);
		expect(engine.evidenceText('operator-1')).toBe('crash a\n');
	});

	it('refuses an intent that the screen does not offer', async () => {
		const engine = littleEngine({});
		await engine.begin(start);
		await expect(engine.send({ type: 'override', verdict: 'refuted', reason: 'x' })).rejects.toThrow('not possible');
	});
});

describe('a remedy', () => {
	it('runs with the facts filled in, is verified on fresh evidence, and can be undone', async () => {
		const answers: Record<string, string> = { ...crashing };
		const commands: string[] = [];
		const target = scriptedTarget(answers, (request) => {
			if (request.kind === 'run' && request.risk !== 'read') commands.push(request.argv.join(' '));
			if (commands.includes('mend 2')) answers['cat /log'] = 'fine\n';
		});
		const engine = await atJudge(littleEngine(answers, { target }));
		await engine.send({ type: 'continue' });
		await engine.send({ type: 'answer', option: null });
		await engine.send({ type: 'apply-remedy', diagnosis: 'crashed', remedy: 'mend', undo: false });
		await engine.idle();
		expect(commands).toEqual(['mend 2']);
		expect(engine.state().remedies['crashed/mend']).toMatchObject({ state: 'applied', verified: 'confirmed' });
		await expect(engine.send({ type: 'apply-remedy', diagnosis: 'crashed', remedy: 'mend', undo: false })).rejects.toThrow(
			'precondition',
		);
		await engine.send({ type: 'apply-remedy', diagnosis: 'crashed', remedy: 'mend', undo: true });
		await engine.idle();
		expect(commands).toEqual(['mend 2', 'break']);
		expect(engine.state().remedies['crashed/mend']).toMatchObject({ state: 'undone' });
	});
});

describe('a session that was cut off', () => {
	it('resumes at the same step after any event, and nothing above read runs by itself', async () => {
		const journal = memoryJournal();
		const blobs = memoryBlobs();
		const engine = await atJudge(littleEngine(crashing, { journal, blobs }));
		await engine.send({ type: 'continue' });
		const all = [...journal.events];
		for (let count = 1; count <= all.length; count += 1) {
			const risks: string[] = [];
			const target = scriptedTarget(crashing, (request) => risks.push(request.risk));
			const resumed = littleEngine(crashing, { target, blobs });
			const cut = all.slice(0, count);
			const trail = cut.flatMap((event) => (event.type === 'step-entered' ? [event.step] : []));
			await resumed.resume(cut, '0.0.0', 'k', []);
			await resumed.idle();
			expect(resumed.state().trail).toEqual(trail);
			expect(risks).not.toContain('intrusive');
			await resumed.close();
		}
	});

	it('stops all effects and says so when the journal cannot be written', async () => {
		const engine = littleEngine(crashing, { journal: memoryJournal(4) });
		await engine.begin(start).catch(() => undefined);
		await engine.idle();
		await expect(engine.send({ type: 'choose-flow', flow: 'little' })).rejects.toThrow('No space left on device');
		expect(engine.screen().warnings.join()).toContain('nothing more is run');
	});

	it('says that flows or articles have changed since', async () => {
		const journal = memoryJournal();
		await littleEngine(crashing, { journal }).begin(start);
		const resumed = littleEngine(crashing);
		await resumed.resume([...journal.events].slice(0, 1), '0.0.1', 'other', []);
		expect(resumed.screen().warnings.join()).toContain('have changed');
		await resumed.close();
	});
});
