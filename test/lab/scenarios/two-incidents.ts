import { configureApache } from '../apache.ts';
import { freePorts } from '../http.ts';
import { ownModule } from '../own-module.ts';
import type { ScenarioDefinition } from '../scenario.ts';
import { coreIn, scenarioOf } from '../standing.ts';
import { armCores } from '../sysctl.ts';
import { crashNeeds } from './crashing-module.ts';

export const twoIncidents: ScenarioDefinition = {
	id: 'two-incidents',
	title: 'A module crashes, and the backend is down',
	expected: { verdict: 'diagnosed', diagnoses: ['module-crash', 'ajp-backend-down'], culprit: 'mod_lab_segv.so' },
	needs: crashNeeds,
	bringUp: async (ledger) => {
		await armCores(ledger);
		const load = await ownModule(ledger, 'lab_segv');
		const [backend] = await freePorts(1);
		const apache = await configureApache(ledger, {
			mpm: 'prefork',
			modules: ['proxy', 'proxy_ajp'],
			launcher: ['prlimit', '--core=unlimited:unlimited'],
			directives: ({ coreDirectory }) => [
				load,
				`CoreDumpDirectory ${coreDirectory}`,
				`ProxyPass /app/ ajp://127.0.0.1:${backend}/app/`,
			],
		});
		await apache.start();
		await apache.get('/app/');
		await apache.get('/crash');
		await apache.waitForLog(/AH00051/);
		return scenarioOf(apache, {
			core: await coreIn(apache.coreDirectory),
			signs: [
				{ file: apache.errorLog, matches: /AH00957: AJP: attempt to connect to/ },
				{ file: apache.errorLog, matches: /AH00051: child pid \d+ exit signal Segmentation fault \(11\)/ },
			],
			notes: ['/app/ is answered with 503 and /crash ends a child.'],
		});
	},
};
