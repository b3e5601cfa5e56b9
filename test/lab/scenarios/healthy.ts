import { configureApache } from '../apache.ts';
import type { ScenarioDefinition } from '../scenario.ts';
import { scenarioOf } from '../standing.ts';

export const healthy: ScenarioDefinition = {
	id: 'healthy',
	title: 'A server that serves',
	expected: { verdict: 'healthy', diagnoses: [] },
	needs: ['root', 'apache2'],
	bringUp: async (ledger) => {
		const apache = await configureApache(ledger, { mpm: 'event', listens: 2 });
		await apache.start();
		return scenarioOf(apache, {
			signs: [{ file: apache.errorLog, matches: /AH00489: Apache\S+ .*configured -- resuming normal operations/ }],
			notes: [`127.0.0.1:${apache.ports[0]} answers.`],
		});
	},
};
