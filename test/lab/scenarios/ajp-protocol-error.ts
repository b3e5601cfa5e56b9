import { readFileSync } from 'node:fs';
import { configureApache } from '../apache.ts';
import { jkTo, proxyTo } from '../backend.ts';
import type { ScenarioDefinition } from '../scenario.ts';
import { scenarioOf } from '../standing.ts';
import { until } from '../wait.ts';

const expected = { verdict: 'diagnosed', diagnoses: ['ajp-protocol-error'], also: ['ajp-backend-down'] } as const;
const signature = /AH01080: ajp_msg_check_header\(\) got bad signature 4854/;

export const ajpProtocolError: ScenarioDefinition = {
	id: 'ajp-protocol-error',
	title: 'mod_proxy_ajp speaks AJP to a port where HTTP is spoken',
	expected,
	needs: ['root', 'apache2'],
	bringUp: async (ledger) => {
		const web = await configureApache(ledger, { name: 'web', mpm: 'event' });
		const apache = await proxyTo(ledger, web.ports[0] ?? 0);
		await Promise.all([web.start(), apache.start()]);
		await apache.get('/app/');
		await apache.waitForLog(signature);
		return scenarioOf(apache, {
			signs: [{ file: apache.errorLog, matches: signature }],
			notes: ['Requests below /app/ fail: the worker points at an HTTP connector.'],
		});
	},
};

export const jkProtocolError: ScenarioDefinition = {
	id: 'ajp-protocol-error-mod-jk',
	title: 'mod_jk speaks AJP to a port where HTTP is spoken',
	expected,
	needs: ['root', 'apache2', 'modJk'],
	bringUp: async (ledger) => {
		const web = await configureApache(ledger, { name: 'web', mpm: 'event' });
		const { apache, jkLog } = await jkTo(ledger, web.ports[0] ?? 0);
		await Promise.all([web.start(), apache.start()]);
		await apache.get('/app/');
		const wrong = /wrong message format 0x4854/;
		await until('mod_jk says so', () => wrong.test(readFileSync(jkLog, 'utf8')));
		return scenarioOf(apache, {
			signs: [{ file: jkLog, matches: wrong }],
			notes: ['Requests below /app/ fail; only the log of mod_jk says why.'],
		});
	},
};
