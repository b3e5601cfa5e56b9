import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { programOn } from '../lab/answer.ts';
import { isMissing } from '../program.ts';
import { unavailable } from '../lab/availability.ts';
import type { ScenarioDefinition } from '../lab/scenario.ts';
import { acceptMutexRemovedSystemUser } from '../lab/scenarios/accept-mutex-removed.ts';
import { modJkCrash } from '../lab/scenarios/mod-jk-crash.ts';
import { type Standing, standUp } from '../lab/standing.ts';
import { TerminalSession, thenSettings } from './terminal.ts';
import { enterUntil, untilReady } from './walk.ts';

interface Walk {
	readonly definition: ScenarioDefinition;
	/** What must stand on the screen of the diagnosis. */
	readonly shown: RegExp;
	/** What its proof must name. */
	readonly proof: RegExp;
}

const walks: readonly Walk[] = [
	{
		definition: acceptMutexRemovedSystemUser,
		shown: /DIAGNOSED: The accept mutex was removed/,
		proof: /error\.log:3\b[\s\S]*AH00144/,
	},
	{ definition: modJkCrash, shown: /DIAGNOSED: [\s\S]*mod_jk/, proof: /jk_shm_check_maintain/ },
];

for (const { definition, shown, proof } of walks) {
	const because = unavailable(definition.needs);
	const cannotRun = because !== null || isMissing;
	describe.skipIf(cannotRun)(`the wizard on ${definition.id}${because === null ? '' : ` (skipped: ${because})`}`, () => {
		let standing: Standing;
		const sessions: TerminalSession[] = [];
		const open = (argv: readonly [string, ...string[]]) => {
			const { scratch } = standing.ledger;
			const session = new TerminalSession(argv, { cwd: scratch, env: { HOME: scratch, XDG_STATE_HOME: scratch } });
			sessions.push(session);
			return session;
		};
		beforeAll(async () => {
			standing = await standUp(definition);
		});
		afterEach(async () => {
			for (const session of sessions.splice(0)) await session.close();
		});
		afterAll(() => standing.tearDown());

		it('comes to the diagnosis and its proof by Enter alone', async () => {
			const session = open(programOn(standing.scenario));
			await enterUntil(session, shown);
			expect(session.scrollback().join('\n') + session.text()).toMatch(shown);
			await session.press('tab');
			await session.waitFor(proof);
		});

		it('goes on at the same step after it was killed', async () => {
			const first = open(programOn(standing.scenario));
			await enterUntil(first, /All evidence is in/);
			await first.press('enter');
			await untilReady(first);
			const heading = first.lines().find((line) => line.endsWith('?')) ?? '';
			expect(heading).not.toBe('');
			first.kill('SIGKILL');
			await first.ended;

			const second = open(programOn({ ...standing.scenario, hints: [] }, 'resume'));
			await untilReady(second);
			expect(second.text()).toContain(heading);
		});

		it('leaves the terminal as it was', async () => {
			const session = open(thenSettings(programOn(standing.scenario)));
			await untilReady(session);
			await session.press('ctrl-c');
			await session.waitFor('Press Ctrl-C again');
			await session.press('ctrl-c');
			await session.waitFor(/ended with \d+/);
			await session.ended;
			expect(session.text()).toMatch(/ended with 130[\s\S]*[^-]icanon[\s\S]*[^-]echo /);
			expect(session.modes()).toEqual({
				alternateScreen: false,
				bracketedPaste: false,
				cursorHidden: false,
				mouse: false,
				synchronised: false,
			});
		});
	});
}
