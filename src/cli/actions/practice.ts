import { noHints } from '../../domain/index.ts';
import { Failure } from '../failure.ts';
import type { PlainOption } from '../target-options.ts';
import { print } from '../output.ts';
import { listRecordings } from '../recordings.ts';
import { runSession } from '../wizard.ts';
import { language } from '../language.ts';

const m = language.cli.told;

/** Opens the wizard on a recorded incident, or lists them all. */
export async function practise(id: string | undefined, { plain }: PlainOption): Promise<void> {
	const recordings = await listRecordings();
	if (id === undefined) {
		print(recordings.map(({ id: each, title, summary }) => `${each.padEnd(26)} ${title}\n${''.padEnd(27)}${summary}\n`).join(''));
		return;
	}
	const recording = recordings.find((each) => each.id === id);
	if (!recording) throw new Failure(m.noRecording(id));
	await runSession({ kind: 'begin', uri: recording.uri, hints: noHints, evidence: [] }, plain);
}
