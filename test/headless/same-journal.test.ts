import { describe, expect, it } from 'vitest';
import type { SessionEvent } from '../../src/domain/index.ts';
import type { Engine } from '../../src/engine/index.ts';
import { fakeHandle } from '../tui/fake-handle.ts';
import { ask, screenOf } from '../tui/fake-screens.ts';
import { fakeWizard } from '../tui/fake-wizard.tsx';
import { keys, type Stage, stage } from '../tui/stage.ts';
import { articles, crashing, hostOf, type Line, littleSession, talk } from './plain-support.ts';

/** What the record says happened, without when. */
function story(events: readonly SessionEvent[]): readonly unknown[] {
	return events.map((event) => ({
		...event,
		seq: 0,
		at: 0,
		...('evidence' in event ? { evidence: event.evidence.source } : {}),
	}));
}

/** The same session in the drawn door. */
async function drawnStory(act: (drawn: Stage, engine: Engine) => Promise<void>): Promise<readonly unknown[]> {
	const engine = await littleSession(crashing);
	await engine.idle();
	const { tree } = fakeWizard(fakeHandle({ screen: screenOf(ask) }), {
		session: engine,
		practice: [],
		articles: { get: (id) => articles.find((each) => each.id === id), search: () => [] },
	});
	const drawn = await stage(tree);
	await act(drawn, engine);
	await engine.idle();
	drawn.close();
	return story(engine.events());
}

async function plainStory(lines: readonly Line[]): Promise<readonly unknown[]> {
	const engine = await littleSession(crashing);
	await engine.idle();
	await talk(hostOf(engine), lines);
	return story(engine.events());
}

/** Presses keys, and waits for what each leads to. */
const presser =
	(drawn: Stage, engine: Engine) =>
	async (...inputs: readonly string[]): Promise<void> => {
		for (const input of inputs) {
			if (input.length > 1 && !input.startsWith('\u001b')) await drawn.type(input);
			else await drawn.press(input);
			await engine.idle();
			await drawn.settle();
		}
	};

describe('both doors write the same record', () => {
	it('of a walk with a note, a jump back to a named step and an override', async () => {
		const drawn = await drawnStory(async (screen, engine) => {
			const press = presser(screen, engine);
			// The symptom; a note on the step; on to the verdict, and by the list of commands back to the first step.
			await press('1', keys.enter, keys.tab, 'm', keys.tab, 'seen by hand', keys.enter, keys.enter);
			await press(':', 'step 1', keys.enter, keys.enter);
			// The verdict is overridden, the question answered.
			await press('o', '1', keys.enter, 'I saw it', keys.enter);
		});
		const plain = await plainStory(['1', 'n seen by hand', '', 'j 1', '', 'v', '1', 'I saw it', 'q']);
		expect(plain).toEqual(drawn);
		expect(JSON.stringify(plain)).toMatch(/noted.*went-back.*overridden/);
	});

	it('of a consent, of pasted evidence and of the way back to the symptoms', async () => {
		const drawn = await drawnStory(async (screen, engine) => {
			const press = presser(screen, engine);
			await press('1', keys.enter, '3', 'c', 'intrusive', keys.enter);
			await press(keys.paste('crash from elsewhere\n'), keys.enter);
			await press(':', 'symptoms', keys.enter);
		});
		const plain = await plainStory(['1', 'c', 'intrusive', 'p', 'crash from elsewhere', '.', 'j symptoms', 'q']);
		expect(plain).toEqual(drawn);
		expect(JSON.stringify(plain)).toMatch(/consented.*crash|consented.*operator/);
	});
});
