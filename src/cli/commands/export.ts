import { type Command, InvalidArgumentError, Option } from 'commander';
import { extensionOf } from '../../transcript/export/formats.ts';
import { type ExportPart, exportParts } from '../../transcript/export/narrow.ts';
import type { ExportOptions } from '../actions/export.ts';
import { type CommandWords, withRedactionOptions } from '../options.ts';

export function addExport(program: Command, { export: m, options: shared }: CommandWords): void {
	const exporting = program
		.command('export')
		.argument('<session>', m.session)
		.description(m.about)
		.addOption(new Option('--format <format>', m.format).choices(Object.keys(extensionOf)).default('markdown'))
		.option('--output <file>', m.output)
		.option('--archive <file>', m.archive)
		.option('--force', m.force)
		.option('--since-step <step>', m.sinceStep)
		.addOption(new Option('--only <parts>', m.only(exportParts)).argParser((value) => partsIn(value, m)))
		.option('--preview', m.preview);
	withRedactionOptions(exporting, shared).action(async (session: string, options: ExportOptions) =>
		(await import('../actions/export.ts')).exportToFile(session, options),
	);
}

function partsIn(value: string, m: CommandWords['export']): readonly ExportPart[] {
	return value.split(',').map((word) => {
		const part = exportParts.find((each) => each === word.trim());
		if (part === undefined) throw new InvalidArgumentError(m.noPart(word, exportParts));
		return part;
	});
}
