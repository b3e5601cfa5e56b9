import { type Command, InvalidArgumentError, Option } from 'commander';
import { writeExport } from '../../store/index.ts';
import {
	canaryRule,
	type ExportFormat,
	type ExportPart,
	exportParts,
	extensionOf,
	redactSession,
	ruleTitles,
} from '../../transcript/index.ts';
import { loadContent } from '../content.ts';
import { Failure } from '../failure.ts';
import { print, say } from '../output.ts';
import { exportText, partsOf } from '../transcripts.ts';
import { openWorkshop, viewSession } from '../workshop.ts';

interface ExportOptions {
	readonly format: ExportFormat;
	readonly output?: string;
	readonly force?: boolean;
	readonly sinceStep?: string;
	readonly only?: readonly ExportPart[];
	readonly preview?: boolean;
	readonly hide: readonly string[];
	readonly keep: readonly string[];
}

export function addExport(program: Command): void {
	program
		.command('export')
		.argument('<session>', 'id or its beginning')
		.description('write what happened in a session; secrets, names, addresses and data of requests are masked')
		.addOption(new Option('--format <format>', 'format of the file').choices(Object.keys(extensionOf)).default('markdown'))
		.option('--output <file>', 'file to write; - for standard output')
		.option('--force', 'replace the file if it exists')
		.option('--since-step <step>', 'only what happened since this step was last entered')
		.addOption(
			new Option('--only <parts>', `only these parts, with commas between: ${exportParts.join(', ')}`).argParser(partsIn),
		)
		.option('--preview', 'write nothing; list what would be hidden, and where')
		.addOption(
			new Option('--hide <text>', 'hide this text wherever it stands; may be given again').argParser(collectText).default([], ''),
		)
		.addOption(new Option('--keep <rule>', 'lift a rule of --preview; may be given again').argParser(collectRule).default([], ''))
		.action(run);
}

function partsIn(value: string): readonly ExportPart[] {
	return value.split(',').map((word) => {
		const part = exportParts.find((each) => each === word.trim());
		if (part === undefined) throw new InvalidArgumentError(`There is no part "${word}"; there are ${exportParts.join(', ')}.`);
		return part;
	});
}

export function collectText(value: string, previous: unknown): readonly string[] {
	if (value.length < 3) throw new InvalidArgumentError('Less than three characters stand everywhere.');
	return [...(previous as readonly string[]), value];
}

export function collectRule(value: string, previous: unknown): readonly string[] {
	if (value !== canaryRule && !ruleTitles.has(value)) {
		throw new InvalidArgumentError(`There is no rule "${value}"; there are ${[...ruleTitles.keys(), canaryRule].join(', ')}.`);
	}
	return [...(previous as readonly string[]), value];
}

async function run(session: string, options: ExportOptions): Promise<void> {
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
