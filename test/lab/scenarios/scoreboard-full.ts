import { configureApache } from '../apache.ts';
import { startHelper } from '../helper.ts';
import { signal } from '../processes.ts';
import type { ScenarioDefinition } from '../scenario.ts';
import { scenarioOf } from '../standing.ts';
import { until } from '../wait.ts';

const line = /AH00485: scoreboard is full, not at MaxRequestWorkers|AH03490: scoreboard is full/;

export const scoreboardFull: ScenarioDefinition = {
	id: 'scoreboard-full',
	title: 'Old processes that wait for slow clients after restarts take every slot',
	expected: { verdict: 'diagnosed', diagnoses: ['scoreboard-full'] },
	needs: ['root', 'apache2'],
	bringUp: async (ledger) => {
		const apache = await configureApache(ledger, {
			mpm: 'event',
			pool: [
				'ServerLimit 2',
				'StartServers 1',
				'ThreadsPerChild 2',
				'MinSpareThreads 1',
				'MaxSpareThreads 4',
				'MaxRequestWorkers 4',
			],
			directives: () => ['Timeout 600'],
		});
		await apache.start();
		// What was logged before the last request to restart is old: it must be said since.
		const isFull = () => line.test(apache.log().slice(Math.max(0, apache.log().lastIndexOf('AH00493'))));
		let held = 0;
		await until(
			'the scoreboard is full',
			async () => {
				await startHelper(ledger, 'hold-requests', apache.ports[0] ?? 0, 1);
				held++;
				// One more restart would make what has been logged by now old.
				if (isFull()) return true;
				const before = apache.log().split('AH00493').length;
				signal(apache.parentPid(), 'SIGUSR1');
				await until('httpd was restarted', () => apache.log().split('AH00493').length > before);
				await until('the restart is complete', () => /AH00489[^\n]*\n[^\n]*$/.test(apache.log().trimEnd()) || isFull());
				return isFull() || held > 6;
			},
			20_000,
		);
		await apache.waitForLog(line);
		return scenarioOf(apache, {
			signs: [{ file: apache.errorLog, matches: line }],
			notes: [`${held} clients hold processes that were told to leave.`],
		});
	},
};
