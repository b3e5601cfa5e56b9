import { type Command, InvalidArgumentError, Option } from 'commander';
import { extensionOf } from '../../transcript/export/formats.ts';
import { type ExportPart, exportParts } from '../../transcript/export/narrow.ts';
import type { ExportOptions } from '../actions/export.ts';
import { withRedactionOptions } from '../options.ts';
import { language } from '../language.ts';

const m = language.cli.commands.export;

export function addExport(program: Command): void {
	const exporting = program
		.command('export')
		.argument('<session>', m.session)
		.description(m.about)
		.addOption(new Option('--format <format>', m.format).choices(Object.keys(extensionOf)).default('markdown'))
		.option('--output <file>', m.output)
		.option('--archive <file>', m.archive)
		.option('--force', m.force)
		.option('--since-step <step>', m.sinceStep)
		.addOption(new Option('--only <parts>', m.only(exportParts)).argParser(partsIn))
		.option('--preview', m.preview);
	withRedactionOptions(exporting).action(async (session: string, options: ExportOptions) =>
		(await import('../actions/export.ts')).exportToFile(session, options),
	);
}

function partsIn(value: string): readonly ExportPart[] {
	return value.split(',').map((word) => {
		const part = exportParts.find((each) => each === word.trim());
		if (part === undefined) throw new InvalidArgumentError(m.noPart(word, exportParts));
		return part;
	});
}
