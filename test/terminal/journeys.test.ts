import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { unavailable } from '../lab/availability.ts';
import { httpdsOf } from '../lab/processes.ts';
import type { Scenario, ScenarioDefinition } from '../lab/scenario.ts';
import { acceptMutexRemovedSystemUser } from '../lab/scenarios/accept-mutex-removed.ts';
import { modJkCrash } from '../lab/scenarios/mod-jk-crash.ts';
import { type Standing, standUp } from '../lab/standing.ts';
import type { TerminalSession } from './terminal.ts';
import { clean, openWizard, pressUntil, sizes } from './wizard.ts';

interface Incident {
	readonly definition: ScenarioDefinition;
	/** What the first screen must say of it before anything is chosen. */
	readonly sighting: RegExp;
	readonly headline: RegExp;
	/** Said on the screen of the diagnosis. */
	readonly culprit: RegExp;
	/** Stands in the article. */
	readonly article: RegExp;
	readonly remedy: RegExp;
	/** Exact words of the remedy's screen. */
	readonly command: RegExp;
	/** The remedy can be applied in the lab. */
	readonly mends: boolean;
}

const incidents: readonly Incident[] = [
	{
		definition: acceptMutexRemovedSystemUser,
		sighting: /MPM run failed \(AH02818\)/,
		headline: /DIAGNOSED: The accept mutex was removed while httpd was running/,
		culprit: /CONFIRMED: The accept mutex was removed/,
		article: /What you see/,
		remedy: /(\d)\. Mitigation: Start httpd again/,
		command: /-k start/,
		mends: true,
	},
	{
		definition: modJkCrash,
		sighting: /1 child was killed by a signal/,
		headline: /DIAGNOSED: .*mod_jk\.so/,
		culprit: /Culprit: mod_jk\.so/,
		article: /What you see/,
		remedy: /(\d)\. Fix: /,
		command: /JkShmFile/,
		mends: false,
	},
];

/** A line of the real file is quoted on the screen below its place. */
function expectQuoted(screen: string, file: string): void {
	const at = screen.indexOf(`${file}:`);
	const [, line = '0'] = /:(\d+)/.exec(screen.slice(at + file.length)) ?? [];
	const real = readFileSync(file, 'utf8').split('\n')[Number(line) - 1] ?? '';
	expect(real).not.toBe('');
	expect(screen.slice(at)).toContain(real.slice(0, 45));
}

for (const incident of incidents) {
	const { definition } = incident;
	const because = unavailable(definition.needs);
	const title = `${definition.id} by keyboard alone${because === null ? '' : ` (skipped: ${because})`}`;
	describe.skipIf(because !== null)(title, () => {
		let standing: Standing;
		let home: string;
		let session: TerminalSession | null = null;
		beforeAll(async () => {
			standing = await standUp(definition);
		});
		afterAll(() => standing.tearDown());
		beforeEach(() => {
			home = mkdtempSync(join(tmpdir(), 'httpd-medic-journey-'));
		});
		afterEach(async () => {
			await session?.close();
			rmSync(home, { recursive: true });
		});

		it.each(sizes)('shows cause, proof, article, remedy and report at $columns×$rows', async (size) => {
			session = openWizard(standing.scenario, { home, ...size });
			await walk(session, standing.scenario, incident, size.columns);
			const report = readdirSync(home).find((name) => name.endsWith('.md')) ?? '';
			const text = readFileSync(join(home, report), 'utf8');
			expect(text).toContain(definition.expected.diagnoses[0]);
			expect(text).toContain(standing.scenario.errorLog);
		});

		if (!incident.mends) return;

		it('is mended by the remedy once the word is typed, and that is verified', async () => {
			session = openWizard(standing.scenario, { home });
			await pressUntil(session, 'enter', /DIAGNOSED: /);
			await session.type(incident.remedy.exec(session.text())?.[1] ?? '');
			await session.press('enter');
			await session.waitFor('Type "change this server" to consent:');
			await session.type('change this server');
			expect(httpdsOf(standing.scenario.config)).toEqual([]);
			await session.press('enter');
			await session.waitFor('Verification: CONFIRMED', 30_000);
			expect(httpdsOf(standing.scenario.config).length).toBeGreaterThan(1);
		});
	});
}

async function walk(session: TerminalSession, scenario: Scenario, incident: Incident, columns: number): Promise<void> {
	await session.waitFor('What is wrong with the server?');
	await session.waitFor(incident.sighting);
	await session.waitFor(/❯ 1\. proposed: /);

	await pressUntil(session, 'enter', /DIAGNOSED: /);
	expect(session.text()).toMatch(incident.headline);
	await pressUntil(session, 'space', incident.culprit);
	await pressUntil(session, 'space', new RegExp(`${scenario.errorLog}:\\d+`));
	expectQuoted(session.text(), scenario.errorLog);

	await session.type('a');
	await session.waitFor(incident.article);
	if (columns > 100) expect(session.text()).toMatch(incident.headline);
	await session.press('escape');
	await session.waitFor((screen) => !incident.article.test(screen));

	await pressUntil(session, 'down', incident.remedy);
	await session.type(incident.remedy.exec(session.text())?.[1] ?? '');
	await session.press('enter');
	await session.waitFor('It will do exactly this');
	expect(session.text()).toMatch(incident.command);
	await session.waitFor(/Type .+ to consent:/);
	await session.type('sure');
	await session.press('enter');
	await session.waitFor('Nothing was done: what to type is');
	await session.press('escape');
	await session.waitFor((screen) => !screen.includes('It will do exactly this'));

	await session.type('e');
	await session.waitFor('Export this session');
	await session.press('enter');
	await session.waitFor('Exported to ');

	await session.type('q2');
	await session.press('enter');
	expect(await session.ended).toMatchObject({ exitCode: 3 });
	expect(session.modes()).toEqual(clean);
	expect(session.text()).toMatch(/Session \S+: [\s\S]*Resume it with: httpd-medic resume/);
}
