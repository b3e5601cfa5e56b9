import { unavailable } from './availability.ts';
import { closeLeftover, leftovers } from './ledger.ts';
import { record } from './record.ts';
import type { Expected, ScenarioDefinition } from './scenario.ts';
import { scenarios } from './scenarios/index.ts';
import { standUp } from './standing.ts';

const usage = `Breaks a real Apache httpd in a scratch folder, to look at it by hand.

  node test/lab/cli.ts list              every scenario and whether it can run here
  node test/lab/cli.ts up ID             brings one up and leaves it standing
  node test/lab/cli.ts down [ID]         takes back everything that was left standing, or only that scenario
  node test/lab/cli.ts record ID FOLDER  brings one up, saves what the operator's tools say of it, takes it back
`;

function summary({ diagnoses, verdict, culprit }: Expected): string {
	return `${[verdict, ...diagnoses].join(' ')}${culprit ? ` (${culprit})` : ''}`;
}

function list(): void {
	const indent = ' '.repeat(37);
	for (const { id, title, expected, needs } of scenarios) {
		const because = unavailable(needs);
		console.log(`${id.padEnd(36)} ${title}\n${indent}expected: ${summary(expected)}`);
		if (because !== null) console.log(`${indent}not here: ${because}`);
	}
}

async function up(definition: ScenarioDefinition): Promise<void> {
	const { scenario, ledger } = await standUp(definition);
	const program = [...scenario.within, 'node', 'bin/httpd-medic.cjs'];
	for (const note of scenario.notes) console.log(note);
	console.log(`\nNow run:\n\n  ${[...program, ...scenario.hints].join(' ')}`);
	console.log(`  ${[...program, 'diagnose', ...scenario.hints].join(' ')}\n`);
	console.log(`expected: ${summary(definition.expected)}\nafterwards: node test/lab/cli.ts down ${definition.id}`);
	ledger.leave();
}

async function recordInto(definition: ScenarioDefinition, folder: string): Promise<void> {
	const { scenario, tearDown } = await standUp(definition);
	try {
		record(scenario, folder);
	} finally {
		tearDown();
	}
}

function down(id: string | undefined): void {
	const found = leftovers().filter(({ title }) => id === undefined || title === id);
	for (const leftover of found) {
		closeLeftover(leftover);
		console.log(`took back ${leftover.title} (${leftover.scratch})`);
	}
	if (found.length === 0) console.log('Nothing was left standing.');
}

/** Exit code as of httpd-medic: 0 done, 2 usage, 5 cannot be done here. */
async function main([verb, id, folder]: readonly string[]): Promise<number> {
	if (verb === 'list') {
		list();
		return 0;
	}
	if (verb === 'down') {
		down(id);
		return 0;
	}
	const definition = scenarios.find((each) => each.id === id);
	if (!definition || (verb !== 'up' && !(verb === 'record' && folder))) {
		console.error(usage);
		return 2;
	}
	const because = unavailable(definition.needs);
	if (because !== null) {
		console.error(because);
		return 5;
	}
	await (verb === 'record' && folder ? recordInto(definition, folder) : up(definition));
	return 0;
}

process.exitCode = await main(process.argv.slice(2));
