import { readdirSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { configureApache } from '../apache.ts';
import { signal } from '../processes.ts';
import type { ScenarioDefinition } from '../scenario.ts';
import { scenarioOf } from '../standing.ts';

export const mutexFileDeleted: ScenarioDefinition = {
	id: 'mutex-file-deleted',
	title: 'Somebody tidied up the lock files of a running server',
	expected: { verdict: 'diagnosed', diagnoses: ['mutex-file-unusable'], not: ['accept-mutex-removed'] },
	needs: ['root', 'apache2'],
	bringUp: async (ledger) => {
		const apache = await configureApache(ledger, {
			mpm: 'prefork',
			listens: 2,
			directives: ({ root }) => [`Mutex flock:${root}/run default`],
		});
		await apache.start();
		// A child answers before the last one of the first is forked, whose failure would count as one of before the start.
		await apache.waitForLog(/AH00163/);
		const run = join(apache.root, 'run');
		for (const name of readdirSync(run)) unlinkSync(join(run, name));
		// The next child looks for the file by its name.
		for (const child of apache.children()) signal(child, 'SIGTERM');
		await apache.waitForLog(/AH00155[\s\S]*AH02818/);
		return scenarioOf(apache, {
			signs: [
				{
					file: apache.errorLog,
					matches: /\(2\)No such file or directory: AH00155: Couldn't initialize cross-process lock in child/,
				},
			],
			notes: ['The first new child could not start, and httpd has ended.'],
		});
	},
};
