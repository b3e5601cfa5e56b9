import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Engine } from '../../engine/index.ts';
import { drive, exitCode } from '../../headless/index.ts';
import { parsers } from '../../parsers/index.ts';
import { writeExport } from '../../store/index.ts';
import { openTarget, record, recordingName } from '../../targets/index.ts';
import { loadContent } from '../content.ts';
import { language } from '../language.ts';
import { hintsOf, type TargetOptions } from '../target-options.ts';
import { say } from '../output.ts';
import { version } from '../version.ts';
import { clock, timer } from '../clock.ts';
import { guidebookOf } from '../guidebook.ts';

const m = language.cli.told;

export interface CollectOptions extends TargetOptions {
	readonly output: string;
	readonly title: string;
	readonly summary: string;
}

/** Runs everything that reads, and writes down what came of it. */
export async function collect(options: CollectOptions): Promise<void> {
	const content = await loadContent();
	const target = await openTarget(options.target ?? 'local');
	const recorder = record(target);
	const guidebook = guidebookOf(content);
	const engine = new Engine({
		target: recorder.target,
		journal: { append: () => Promise.resolve(), close: () => Promise.resolve() },
		blobs: { put: () => Promise.resolve(''), get: () => Promise.resolve(''), read: () => '' },
		clock,
		timer,
		guidebook,
		parsers,
	});
	const hints = hintsOf(options);
	const start = { schema: 1, version, session: 'collect', hints, knowledge: content.fingerprint } as const;
	await engine.begin({ ...start, target: { uri: target.uri, title: target.title, isRoot: target.isRoot } });
	await engine.idle();
	for (const flow of content.flows) {
		await drive(engine, { allow: options.allow, answers: {}, fallbackFlow: flow.id, flow: flow.id });
	}
	await engine.close();
	const { title, summary, output } = options;
	const recording = recorder.recording({
		id: title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
		title,
		summary,
		hints,
		recordedAt: Math.floor(Date.now() / 1000),
	});
	await mkdir(output, { recursive: true, mode: 0o700 });
	const path = join(output, recordingName);
	await writeExport(path, `${JSON.stringify(recording, null, '\t')}\n`, { overwrite: true });
	say(m.collected(path));
	say(m.diagnoseIt(output));
	process.exitCode = exitCode.fine;
}
