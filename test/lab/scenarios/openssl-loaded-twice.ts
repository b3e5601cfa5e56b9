import { configureApache } from '../apache.ts';
import { ownLibrary, ownModule } from '../own-module.ts';
import type { ScenarioDefinition } from '../scenario.ts';
import { coreIn, scenarioOf } from '../standing.ts';
import { armCores } from '../sysctl.ts';
import { crashNeeds } from './crashing-module.ts';

const line = /AH00051: child pid \d+ exit signal Segmentation fault \(11\), possible coredump in/;

export const opensslLoadedTwice: ScenarioDefinition = {
	id: 'openssl-loaded-twice',
	title: 'A module brings an OpenSSL of its own beside that of mod_ssl, and calls the wrong one',
	expected: { verdict: 'diagnosed', diagnoses: ['openssl-loaded-twice'], also: ['module-crash'], culprit: 'mod_lab_digest.so' },
	needs: crashNeeds,
	bringUp: async (ledger) => {
		await armCores(ledger);
		const library = await ownLibrary(ledger, 'old_libcrypto', 'libcrypto.so.1.0.0');
		const load = await ownModule(ledger, 'lab_digest', { library });
		const apache = await configureApache(ledger, {
			mpm: 'prefork',
			// First, as with Debian's own order of mods-enabled: its symbols come before those of later modules.
			modules: ['ssl'],
			launcher: ['prlimit', '--core=unlimited:unlimited'],
			directives: ({ coreDirectory }) => [load, `CoreDumpDirectory ${coreDirectory}`],
		});
		await apache.start();
		await apache.get('/crash');
		await apache.waitForLog(line);
		return scenarioOf(apache, {
			core: await coreIn(apache.coreDirectory),
			signs: [{ file: apache.errorLog, matches: line }],
			notes: [`Both libraries are in each child: grep libcrypto /proc/${apache.parentPid()}/maps`],
		});
	},
};
