import { writeExport } from '../../store/index.ts';
import {
	type ExportChoices,
	type ExportFormat,
	type ExportPart,
	extensionOf,
	redacting,
	type RedactionReport,
	type TranscriptParts,
} from '../../transcript/index.ts';
import { loadContent } from '../content.ts';
import { damageIn } from '../damage.ts';
import { Failure } from '../failure.ts';
import { type Worker, workerFor } from '../in-pieces.ts';
import type { RedactionOptions } from '../options.ts';
import { print, say } from '../output.ts';
import { ProgressRow } from '../progress-row.ts';
import { asIfChosen, rememberChoices, requireRules } from '../redaction-choices.ts';
import { describeHidden } from '../redaction-report.ts';
import { chainOf, sealExport } from '../sealing.ts';
import { evidenceBytes, exportWithReport, partsOf } from '../transcripts.ts';
import { writeArchive } from '../write-archive.ts';
import { openWorkshop, sessionNamed, viewSession } from '../workshop.ts';
import { language } from '../language.ts';

const m = language.cli.told;
const n = language.transcript.narrow;

export interface ExportOptions extends RedactionOptions {
	readonly format: ExportFormat;
	readonly output?: string;
	readonly archive?: string;
	readonly force?: boolean;
	readonly sinceStep?: string;
	readonly only?: readonly ExportPart[];
	readonly preview?: boolean;
}

const reportedFiles = 5;

/** Writes a session in one of the formats, alone or with its evidence, or lists what would be hidden. */
export async function exportToFile(session: string, options: ExportOptions): Promise<void> {
	requireRules(options);
	if (options.archive !== undefined && options.output !== undefined) {
		throw new Failure(m.oneFile);
	}
	const content = await loadContent();
	const workshop = await openWorkshop(content);
	if (options.preview !== true) await rememberChoices(workshop, session, options);
	const { directory } = await sessionNamed(workshop, session);
	const engine = await viewSession(workshop, session);
	const { format, hide, keep, sinceStep = null, only = null } = options;
	const choices: ExportChoices = { format, hide, keep, sinceStep, only };
	const damage = await damageIn(directory);
	for (const each of damage) say(each);
	const parts = partsOf(engine, content, damage);
	requireStep(parts, sinceStep);
	if (options.preview === true) {
		const previewed = { ...parts, events: asIfChosen(parts.events, options) };
		const reported = options.archive === undefined ? 'shown lines' : 'all lines';
		const { report } = await watched(parts, 1, (worker) => worker(redacting(previewed, { hide: [], keep: [] }, reported)));
		print(describeHidden(report) || `${m.nothingHidden}\n`);
		return;
	}
	const chain = await chainOf(directory);
	const overwrite = options.force === true;
	if (options.archive !== undefined) {
		const { archive } = options;
		const report = await watched(parts, 2, (worker) => writeArchive(archive, parts, choices, chain, { overwrite, worker }));
		sayWritten(archive, report);
		return;
	}
	const { text, report } = await watched(parts, 1, (worker) => exportWithReport(parts, choices, worker));
	const sealed = sealExport(text, format, chain);
	if (options.output === '-') {
		print(sealed);
		return;
	}
	const path = options.output ?? `httpd-medic-${engine.id}.${extensionOf[format]}`;
	await writeExport(path, sealed, { overwrite });
	sayWritten(path, report);
}

/** Tells how far the work is that takes all evidence so many times. */
async function watched<Value>(parts: TranscriptParts, times: number, work: (worker: Worker) => Promise<Value>): Promise<Value> {
	const row = new ProgressRow(language.cli.whole.read);
	const waiting = { signal: new AbortController().signal, tell: (done: number) => row.tell(done, 1) };
	try {
		return await work(workerFor(waiting, times * evidenceBytes(parts)));
	} finally {
		row.end();
	}
}

function requireStep({ events }: TranscriptParts, step: string | null): void {
	if (step === null || events.some((event) => event.type === 'step-entered' && event.step === step)) return;
	const steps = new Set(events.flatMap((event) => (event.type === 'step-entered' ? [event.step] : [])));
	throw new Failure(steps.size === 0 ? n.noSteps : n.noSuchStep(step, [...steps]));
}

function sayWritten(path: string, report: RedactionReport): void {
	const hidden = describeHidden(report, reportedFiles);
	say(hidden === '' ? m.written(path) : `${m.written(path)}\n${m.hiddenInIt}\n${hidden.trimEnd()}`);
}
