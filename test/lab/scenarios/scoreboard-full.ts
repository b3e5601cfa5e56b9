import { type Apache, configureApache } from '../apache.ts';
import { startHelper } from '../helper.ts';
import { acceptedConnections, answers } from '../http.ts';
import type { Ledger } from '../ledger.ts';
import { signal } from '../processes.ts';
import type { ScenarioDefinition } from '../scenario.ts';
import { scenarioOf } from '../standing.ts';
import { until } from '../wait.ts';

const line = /AH00485: scoreboard is full, not at MaxRequestWorkers|AH03490: scoreboard is full/;
const pool = [
	'ServerLimit 2',
	'StartServers 1',
	'ThreadsPerChild 2',
	'MinSpareThreads 1',
	'MaxSpareThreads 4',
	'MaxRequestWorkers 4',
];

/** Whether httpd has said so since it was last told to restart; what it said before is of the past. */
function isFull(apache: Apache): boolean {
	return line.test(apache.log().slice(Math.max(0, apache.log().lastIndexOf('AH00493'))));
}

/** One client whose request never ends, then a restart that leaves its process to wait. Resolves once httpd serves or is full. */
async function holdOneMore(ledger: Ledger, apache: Apache, port: number, held: number): Promise<void> {
	const restarts = apache.log().split('AH00493').length;
	await until('only the slow clients are connected', () => acceptedConnections(port) === held);
	await startHelper(ledger, 'hold-requests', port, 1);
	// A process that has not taken the connection yet would leave without it; none takes it where the last answer came from one
	// that was leaving.
	await until('a process has taken the client', () => isFull(apache) || acceptedConnections(port) === held + 1);
	if (isFull(apache)) return;
	signal(apache.parentPid(), 'SIGUSR1');
	await until('httpd was told to restart', () => apache.log().split('AH00493').length > restarts);
	await until('httpd serves again or is full', async () => isFull(apache) || (await answers(port)));
}

export const scoreboardFull: ScenarioDefinition = {
	id: 'scoreboard-full',
	title: 'Old processes that wait for slow clients after restarts take every slot',
	expected: { verdict: 'diagnosed', diagnoses: ['scoreboard-full'] },
	needs: ['root', 'apache2'],
	bringUp: async (ledger) => {
		const apache = await configureApache(ledger, { mpm: 'event', pool, directives: () => ['Timeout 600'] });
		const [port = 0] = apache.ports;
		await apache.start();
		// Two are enough, but a process that is about to leave may still take a client.
		for (let held = 0; held < 6 && !isFull(apache); held++) await holdOneMore(ledger, apache, port, held);
		await until('httpd says that its scoreboard is full', () => isFull(apache));
		return scenarioOf(apache, {
			signs: [{ file: apache.errorLog, matches: line }],
			notes: ['Processes that were told to leave wait for clients that never finish; no new process finds a slot.'],
		});
	},
};
