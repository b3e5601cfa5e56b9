import type { Command } from 'commander';
import { Failure } from '../failure.ts';
import { type PlainOption, withPlainOption } from '../options.ts';
import { print } from '../output.ts';
import { listRecordings } from '../recordings.ts';
import { runSession } from '../wizard.ts';

const noHints = { httpd: null, config: null, errorLog: null, core: null, since: null };

export function addPractice(program: Command): void {
	const practising = program
		.command('practice')
		.argument('[recording]', 'id of a recorded incident; the list when left out')
		.description('practise on recorded incidents; nothing is run on this machine');
	withPlainOption(practising).action(run);
}

async function run(id: string | undefined, { plain }: PlainOption): Promise<void> {
	const recordings = await listRecordings();
	if (id === undefined) {
		print(recordings.map(({ id: each, title, summary }) => `${each.padEnd(26)} ${title}\n${''.padEnd(27)}${summary}\n`).join(''));
		return;
	}
	const recording = recordings.find((each) => each.id === id);
	if (!recording) throw new Failure(`There is no recording "${id}"; httpd-medic practice lists them.`);
	await runSession({ kind: 'begin', uri: recording.uri, hints: noHints, evidence: [] }, plain);
}
