import { writeExport } from '../../store/index.ts';
import { type ExportFormat, type ExportPart, extensionOf, redactSession } from '../../transcript/index.ts';
import { loadContent } from '../content.ts';
import { Failure } from '../failure.ts';
import { print, say } from '../output.ts';
import { requireRules } from '../redaction-choices.ts';
import { exportText, partsOf } from '../transcripts.ts';
import { openWorkshop, viewSession } from '../workshop.ts';

export interface ExportOptions {
	readonly format: ExportFormat;
	readonly output?: string;
	readonly force?: boolean;
	readonly sinceStep?: string;
	readonly only?: readonly ExportPart[];
	readonly preview?: boolean;
	readonly hide: readonly string[];
	readonly keep: readonly string[];
}

/** Writes a session in one of the formats, or lists what would be hidden. */
export async function exportToFile(session: string, options: ExportOptions): Promise<void> {
	requireRules(options.keep);
	const content = await loadContent();
	const engine = await viewSession(await openWorkshop(content), session);
	const { format, hide, keep, sinceStep = null, only = null } = options;
	const parts = partsOf(engine, content);
	if (sinceStep !== null && !parts.events.some((event) => event.type === 'step-entered' && event.step === sinceStep)) {
		const steps = new Set(parts.events.flatMap((event) => (event.type === 'step-entered' ? [event.step] : [])));
		throw new Failure(`This session was never at the step "${sinceStep}"; its steps are ${[...steps].join(', ') || 'none'}.`);
	}
	if (options.preview === true) {
		print(previewText(redactSession(parts, { hide, keep }).report));
		return;
	}
	const text = exportText(engine, content, format, { hide, keep, sinceStep, only });
	if (options.output === '-') {
		print(text);
		return;
	}
	const path = options.output ?? `httpd-medic-${engine.id}.${extensionOf[format]}`;
	await writeExport(path, text, { overwrite: options.force === true });
	say(`Wrote ${path}.`);
}

function previewText(report: ReturnType<typeof redactSession>['report']): string {
	if (report.length === 0) return 'Nothing would be hidden.\n';
	const rules = [...new Set(report.map((each) => each.rule))];
	return rules
		.map((rule) => {
			const entries = report.filter((each) => each.rule === rule);
			const places = entries.map(({ file, count, lines }) => {
				const where = lines.length === 0 ? '' : `, line${lines.length > 1 ? 's' : ''} ${lines.join(', ')}`;
				return `  ${file}${where}${count > lines.length ? ` (${count} in all)` : ''}\n`;
			});
			return `${rule}: ${entries[0]?.title ?? rule}\n${places.join('')}`;
		})
		.join('');
}
