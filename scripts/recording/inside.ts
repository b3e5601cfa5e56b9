// Runs in namespaces of its own, where nothing but the lab is to be seen: node inside.ts SCENARIO FILE
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseRecording, recordingName } from '../../src/targets/index.ts';
import { programOn } from '../../test/lab/answer.ts';
import { scenarios } from '../../test/lab/scenarios/index.ts';
import { standUp } from '../../test/lab/standing.ts';
import { chosen } from './chosen.ts';
import { placesOf } from './places.ts';
import { tidy } from './tidy.ts';

/** Folder that only this mount namespace knows. */
const bundle = '/tmp/bundle';

async function record(id: string, file: string): Promise<void> {
	const about = chosen.find(({ scenario }) => scenario === id);
	const definition = scenarios.find((each) => each.id === id);
	if (!about || !definition) throw new Error(`there is no recording of ${id}`);
	if (about.stackKiB) execFileSync('prlimit', ['--pid', String(process.pid), `--stack=${about.stackKiB * 1024}`]);
	const { scenario, ledger, tearDown } = await standUp(definition);
	try {
		showTomcat(join(ledger.scratch, 'tomcat/conf'));
		const { title, summary } = about;
		const words = ['collect', '--output', bundle, '--title', title, '--summary', summary];
		const [program, ...argv] = programOn({ ...scenario, hints: scenario.hints.filter(isPlace) }, ...words);
		execFileSync(program, argv, { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, XDG_STATE_HOME: '/tmp/state' } });
		const recording = parseRecording(readFileSync(join(bundle, recordingName), 'utf8'));
		const tidied = tidy({ ...recording, id }, placesOf(ledger.scratch, recording));
		writeFileSync(file, `${JSON.stringify(tidied, null, '\t')}\n`);
	} finally {
		tearDown();
	}
}

/** A Tomcat that Debian's package has configured is none of this server. */
function showTomcat(configuration: string): void {
	if (!existsSync('/etc/tomcat10')) return;
	const words = existsSync(configuration) ? ['--bind', configuration] : ['-t', 'tmpfs', 'tmpfs'];
	execFileSync('mount', [...words, '/etc/tomcat10']);
}

/** Evidence handed in beside the target is no part of it. */
function isPlace(word: string, index: number, all: readonly string[]): boolean {
	return word !== '--evidence' && all[index - 1] !== '--evidence';
}

const [id = '', file = ''] = process.argv.slice(2);
await record(id, file);
