import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Apache, configureApache } from '../apache.ts';
import type { Need } from '../availability.ts';
import type { Ledger } from '../ledger.ts';
import { ownModule } from '../own-module.ts';
import type { ScenarioDefinition } from '../scenario.ts';
import { scenarioOf } from '../standing.ts';
import { armCores, changeSetting, corePattern } from '../sysctl.ts';
import { until } from '../wait.ts';
import { crashNeeds } from './crashing-module.ts';

const needs: readonly Need[] = [...crashNeeds, 'kernelSettings'];
const dumped = /AH00051: child pid \d+ exit signal Segmentation fault \(11\), possible coredump in/;
const undumped = /AH00052: child pid \d+ exit signal Segmentation fault \(11\)/;

/** An httpd whose children can be made to crash, while every core goes to a script with this body: $1 the pid, $2 the program. */
async function withHandler(ledger: Ledger, body: (store: string) => string): Promise<{ apache: Apache; store: string }> {
	await armCores(ledger);
	const store = join(ledger.scratch, 'caught');
	mkdirSync(store);
	const handler = join(ledger.scratch, 'take-core');
	writeFileSync(handler, `#!/bin/sh\n${body(store)}\n`, { mode: 0o755 });
	const load = await ownModule(ledger, 'lab_segv');
	const apache = await configureApache(ledger, {
		mpm: 'prefork',
		launcher: ['prlimit', '--core=unlimited:unlimited'],
		// Without it the children would not be dumpable at all, having changed their user.
		directives: ({ coreDirectory }) => [load, `CoreDumpDirectory ${coreDirectory}`],
	});
	changeSetting(ledger, corePattern, `|${handler} %p %e`);
	await apache.start();
	return { apache, store };
}

/** A script that keeps the core, and says in its text where or not. */
function tookCore({ id, title, expected }: Omit<ScenarioDefinition, 'needs' | 'bringUp'>, nameOf: (store: string) => string) {
	const bringUp = async (ledger: Ledger) => {
		const { apache, store } = await withHandler(ledger, (folder) => {
			const name = nameOf(folder);
			return `cat > "${name}/.part"\nmv "${name}/.part" "${name}/$2-$1.dump"`;
		});
		await apache.get('/crash');
		await apache.waitForLog(dumped);
		await until('the script has kept the core', () => readdirSync(store).some((name) => name.endsWith('.dump')));
		return scenarioOf(apache, {
			signs: [
				{ file: apache.errorLog, matches: dumped },
				{ file: corePattern, matches: /^\|\S+\/take-core %p %e$/m },
			],
			notes: ['A child died, and its core is in none of the usual places.'],
		});
	};
	return { id, title, expected, needs, bringUp };
}

const tellingHandler = tookCore(
	{
		id: 'core-handler-of-its-own',
		title: 'A script takes the core and keeps it in a directory that only the script names',
		expected: { verdict: 'diagnosed', diagnoses: ['module-crash'], culprit: 'mod_lab_segv.so' },
	},
	(store) => store,
);

const silentHandler = tookCore(
	{
		id: 'core-handler-that-hides',
		title: 'No core in sight: a script takes it and does not tell in its text where to',
		expected: {
			verdict: 'diagnosed',
			diagnoses: ['core-pattern-piped'],
			leading: 'core-pattern-piped/piped',
			also: ['child-killed-by-signal'],
		},
	},
	() => '${0%/*}/caught',
);

const overLimit: ScenarioDefinition = {
	id: 'core-pipe-limit-reached',
	title: 'No core: the program that takes cores is busy with another one, and core_pipe_limit is 1',
	expected: {
		verdict: 'diagnosed',
		diagnoses: ['core-pattern-piped'],
		leading: 'core-pattern-piped/over-pipe-limit',
		also: ['child-killed-by-signal'],
	},
	needs,
	bringUp: async (ledger) => {
		const { apache } = await withHandler(ledger, () => 'sleep 2\ncat > /dev/null');
		changeSetting(ledger, '/proc/sys/kernel/core_pipe_limit', '1');
		await Promise.all([apache.get('/crash'), apache.get('/crash')]);
		await apache.waitForLog(undumped);
		await apache.waitForLog(dumped);
		return scenarioOf(apache, {
			signs: [undumped, dumped].map((matches) => ({ file: apache.errorLog, matches })),
			notes: ['Two children died at once; the kernel handed over the core of one of them. Only the kernel log says so.'],
		});
	},
};

export const coreHandlers: readonly ScenarioDefinition[] = [tellingHandler, silentHandler, overLimit];
