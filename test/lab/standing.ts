import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Apache, httpd } from './apache.ts';
import { type Ledger, openLedger } from './ledger.ts';
import type { Scenario, ScenarioDefinition, Sign } from './scenario.ts';
import { until } from './wait.ts';

interface Particulars {
	readonly signs: readonly Sign[];
	readonly notes: readonly string[];
	readonly core?: string;
	readonly within?: readonly string[];
	/** Further arguments, such as `--evidence FORMAT=FILE`. */
	readonly hints?: readonly string[];
}

/** The scenario that one server makes, with the hints that an operator would give. */
export function scenarioOf(apache: Pick<Apache, 'config' | 'errorLog'>, particulars: Particulars): Scenario {
	const { core = null, within = [], hints = [], signs, notes } = particulars;
	const { config, errorLog } = apache;
	const places = ['--httpd', httpd, '--config', config, '--error-log', errorLog, ...(core === null ? [] : ['--core', core])];
	return { httpd, config, errorLog, core, hints: [...places, ...hints], within, signs, notes };
}

/** The one core in a folder, once the kernel has written all of it. */
export async function coreIn(folder: string): Promise<string> {
	const find = () => readdirSync(folder).find((name) => name.startsWith('core'));
	await until(`a core is in ${folder}`, () => find() !== undefined);
	const core = join(folder, find() ?? '');
	let before = -1;
	await until(`${core} is complete`, () => {
		const size = existsSync(core) ? statSync(core).size : -1;
		const isComplete = size > 0 && size === before;
		before = size;
		return isComplete;
	});
	return core;
}

export interface Standing {
	readonly scenario: Scenario;
	readonly ledger: Ledger;
	readonly tearDown: () => void;
}

/** Breaks a server as defined. Where that fails everything is taken back before this rejects. */
export async function standUp(definition: ScenarioDefinition): Promise<Standing> {
	const ledger = openLedger(definition.id);
	try {
		return { scenario: await definition.bringUp(ledger), ledger, tearDown: ledger.close };
	} catch (error) {
		ledger.close();
		throw error;
	}
}
