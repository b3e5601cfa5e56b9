import { type Command, InvalidArgumentError, Option } from 'commander';
import { extensionOf } from '../../transcript/export/formats.ts';
import { type ExportPart, exportParts } from '../../transcript/export/narrow.ts';
import type { ExportOptions } from '../actions/export.ts';
import { withRedactionOptions } from '../options.ts';

export function addExport(program: Command): void {
	const exporting = program
		.command('export')
		.argument('<session>', 'id or its beginning')
		.description('write what happened in a session; secrets, names, addresses and data of requests are masked')
		.addOption(new Option('--format <format>', 'format of the file').choices(Object.keys(extensionOf)).default('markdown'))
		.option('--output <file>', 'file to write; - for standard output')
		.option('--archive <file>', 'write the report and the redacted evidence as one .tar.gz instead')
		.option('--force', 'replace the file if it exists')
		.option('--since-step <step>', 'only what happened since this step was last entered')
		.addOption(
			new Option('--only <parts>', `only these parts, with commas between: ${exportParts.join(', ')}`).argParser(partsIn),
		)
		.option('--preview', 'write nothing; list what would be hidden, and where');
	withRedactionOptions(exporting).action(async (session: string, options: ExportOptions) =>
		(await import('../actions/export.ts')).exportToFile(session, options),
	);
}

function partsIn(value: string): readonly ExportPart[] {
	return value.split(',').map((word) => {
		const part = exportParts.find((each) => each === word.trim());
		if (part === undefined) throw new InvalidArgumentError(`There is no part "${word}"; there are ${exportParts.join(', ')}.`);
		return part;
	});
}
