import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadContent } from '../../src/cli/content.ts';
import { guidebookOf } from '../../src/cli/guidebook.ts';
import type { BlobStore, Journal, Risk, SessionEvent, Target } from '../../src/domain/index.ts';
import { Engine } from '../../src/engine/index.ts';
import { drive } from '../../src/headless/index.ts';
import { parsers } from '../../src/parsers/index.ts';
import { openTarget } from '../../src/targets/index.ts';
import { fakeTime } from './fake-time.ts';
import { memoryBlobs, memoryJournal, start } from './scripted.ts';

const content = await loadContent();
const guidebook = guidebookOf(content);
const options = { allow: 'read', answers: {}, fallbackFlow: 'check-up', flow: null } as const;

function engineOn(target: Target, journal: Journal, blobs: BlobStore): Engine {
	return new Engine({ target, journal, blobs, ...fakeTime(), guidebook, parsers });
}

/** What a session has come to, whatever way it took. */
function conclusion(engine: Engine) {
	const { verdict, diagnoses } = engine.assessment();
	const texts = engine.state().captured.map(({ evidence }) => `${evidence.collector} ${evidence.source} ${evidence.sha256}`);
	return { verdict, diagnoses: diagnoses.map(({ id, status }) => `${id} ${status}`), evidence: [...new Set(texts)].sort() };
}

function trailOf(events: readonly SessionEvent[]): readonly string[] {
	const chosen = events.findLastIndex((event) => event.type === 'flow-chosen');
	return events.slice(chosen + 1).flatMap((event) => (event.type === 'step-entered' ? [event.step] : []));
}

describe.each(['02-mod-jk-crash', '03-accept-mutex-removed', '11-healthy'])('a session on the recording %s', (name) => {
	const uri = `recording:${join(import.meta.dirname, '../../recordings', name)}.json`;

	it('comes to the same end after a crash behind any event, and runs nothing above read by itself', async () => {
		const journal = memoryJournal();
		const blobs = memoryBlobs();
		const whole = engineOn(await openTarget(uri), journal, blobs);
		const hints = (await openTarget(uri)).recording?.hints ?? start.hints;
		await whole.begin({ ...start, target: { ...start.target, uri }, hints });
		await drive(whole, options);
		expect(journal.events.length).toBeGreaterThan(20);
		for (let count = 1; count < journal.events.length; count += 1) {
			const risks = new Set<Risk>();
			const target = await openTarget(uri);
			const watched: Target = {
				...target,
				perform: (request, signal) => {
					risks.add(request.risk);
					return target.perform(request, signal);
				},
			};
			const engine = engineOn(watched, memoryJournal(), blobs);
			const before = journal.events.slice(0, count);
			await engine.resume(before, '0.0.0', 'k', []);
			await engine.idle();
			expect(engine.state().trail, `after event ${count}`).toEqual(trailOf(before));
			await drive(engine, options);
			expect(conclusion(engine), `after event ${count}`).toEqual(conclusion(whole));
			expect([...risks]).not.toContain('intrusive');
			expect([...risks]).not.toContain('mutating');
			await engine.close();
		}
	});
});
