import type { ApacheSpec } from '../apache.ts';
import { configureApache } from '../apache.ts';
import type { Need } from '../availability.ts';
import type { Ledger } from '../ledger.ts';
import { ownModule } from '../own-module.ts';
import type { Expected, Scenario, ScenarioDefinition } from '../scenario.ts';
import { coreIn, scenarioOf } from '../standing.ts';
import { armCores } from '../sysctl.ts';

/** Needs of every scenario in which a module of our own ends a child and a core is written. */
export const crashNeeds: readonly Need[] = ['root', 'apache2', 'apxs', 'compiler', 'gdb', 'prlimit', 'cores', 'unlimitedCores'];

interface Crash {
	readonly id: string;
	readonly title: string;
	readonly module: string;
	readonly mpm?: ApacheSpec['mpm'];
	readonly stripped?: boolean;
	readonly expected: Expected;
	/** What httpd says of the child. */
	readonly line: RegExp;
	/** Further things that must be in the error log. */
	readonly text?: RegExp;
	/** Where the core falls; httpd's own directory for cores where not told. */
	readonly coreFolder?: 'htdocs';
}

async function crash(ledger: Ledger, spec: Crash): Promise<Scenario> {
	await armCores(ledger);
	const load = await ownModule(ledger, spec.module, { stripped: spec.stripped ?? false });
	const apache = await configureApache(ledger, {
		mpm: spec.mpm ?? 'prefork',
		launcher: ['prlimit', '--core=unlimited:unlimited'],
		directives: ({ coreDirectory }) => [load, `CoreDumpDirectory ${coreDirectory}`],
	});
	await apache.start();
	await apache.get('/crash');
	await apache.waitForLog(spec.line);
	return scenarioOf(apache, {
		core: await coreIn(spec.coreFolder ? apache.documentRoot : apache.coreDirectory),
		signs: [spec.line, ...(spec.text ? [spec.text] : [])].map((matches) => ({ file: apache.errorLog, matches })),
		notes: [`A request for /crash ends the child that serves it: curl http://127.0.0.1:${apache.ports[0]}/crash`],
	});
}

/** A module of our own ends the child that serves `/crash`, and its core is there. */
export function crashingModule(spec: Crash): ScenarioDefinition {
	return { id: spec.id, title: spec.title, expected: spec.expected, needs: crashNeeds, bringUp: (ledger) => crash(ledger, spec) };
}
