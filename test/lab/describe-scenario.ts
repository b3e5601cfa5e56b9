import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isMissing } from '../program.ts';
import { diagnose } from './answer.ts';
import { unavailable } from './availability.ts';
import { expectDiagnosis } from './expect-diagnosis.ts';
import type { ScenarioDefinition } from './scenario.ts';
import { type Standing, standUp } from './standing.ts';
import { expectNothingLeft, ownedSets } from './traces.ts';

/** Brings a scenario up, looks whether the world is really broken that way, and lets the program diagnose it. */
export function describeScenario(definition: ScenarioDefinition): void {
	const because = unavailable(definition.needs);
	const title = `${definition.id}: ${definition.title}${because === null ? '' : ` (skipped: ${because})`}`;
	describe.skipIf(because !== null)(title, () => {
		let standing: Standing;
		beforeAll(async () => {
			standing = await standUp(definition);
		});
		afterAll(() => {
			const sets = ownedSets(standing.ledger);
			standing.tearDown();
			expectNothingLeft(standing.ledger, sets);
		});

		it('is really broken that way', () => {
			for (const { file, matches } of standing.scenario.signs) expect(readFileSync(file, 'utf8')).toMatch(matches);
		});

		it.skipIf(isMissing)('is diagnosed by the program', async () => {
			expectDiagnosis(await diagnose(standing.scenario, standing.ledger.scratch), definition.expected);
		});
	});
}
