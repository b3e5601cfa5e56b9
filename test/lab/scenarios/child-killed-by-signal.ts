import { configureApache } from '../apache.ts';
import { signal, waitsIn } from '../processes.ts';
import type { ScenarioDefinition } from '../scenario.ts';
import { coreIn, scenarioOf } from '../standing.ts';
import { armCores } from '../sysctl.ts';
import { until } from '../wait.ts';

const line = /AH00051: child pid \d+ exit signal Segmentation fault \(11\), possible coredump in/;

export const childKilledBySignal: ScenarioDefinition = {
	id: 'child-killed-by-signal',
	title: 'Somebody sends an idle child a signal',
	expected: { verdict: 'diagnosed', diagnoses: ['child-killed-by-signal'], not: ['module-crash', 'mod-jk-shm-crash'] },
	needs: ['root', 'apache2', 'gdb', 'prlimit', 'cores', 'unlimitedCores'],
	bringUp: async (ledger) => {
		await armCores(ledger);
		const apache = await configureApache(ledger, {
			mpm: 'prefork',
			launcher: ['prlimit', '--core=unlimited:unlimited'],
			directives: ({ coreDirectory }) => [`CoreDumpDirectory ${coreDirectory}`],
		});
		await apache.start();
		const [child = 0] = apache.children();
		// Where the kernel does not tell, the child is left the time to finish what it does.
		await until('the child waits for a connection', () => /accept/.test(waitsIn(child)), 3000).catch(() => undefined);
		signal(child, 'SIGSEGV');
		await apache.waitForLog(line);
		return scenarioOf(apache, {
			core: await coreIn(apache.coreDirectory),
			signs: [{ file: apache.errorLog, matches: line }],
			notes: ['The child that died was waiting for a connection; no module was at work.'],
		});
	},
};

export const childKilledByHand: ScenarioDefinition = {
	id: 'healthy-after-kill',
	title: 'Somebody kills a child with -9: httpd says nothing, makes another, and memory was not the reason',
	expected: { verdict: 'healthy', diagnoses: [], not: ['child-killed-by-signal', 'child-killed-oom'] },
	needs: ['root', 'apache2', 'kernelLog'],
	bringUp: async (ledger) => {
		const apache = await configureApache(ledger, { mpm: 'prefork' });
		await apache.start();
		const [child = 0] = apache.children();
		signal(child, 'SIGKILL');
		await until('the child is gone', () => !apache.children().includes(child));
		return scenarioOf(apache, {
			signs: [{ file: apache.errorLog, matches: /resuming normal operations(?![\s\S]*exit signal)/ }],
			notes: [`The child ${child} is gone; neither the log nor the kernel says a word of it.`],
		});
	},
};
