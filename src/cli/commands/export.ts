import { type Command, Option } from 'commander';
import { writeExport } from '../../store/index.ts';
import { loadContent } from '../content.ts';
import { print, say } from '../output.ts';
import { exportText, extensionOf } from '../transcripts.ts';
import { openWorkshop, viewSession } from '../workshop.ts';

interface ExportOptions {
	readonly format: 'markdown' | 'json';
	readonly output?: string;
	readonly force?: boolean;
}

export function addExport(program: Command): void {
	program
		.command('export')
		.argument('<session>', 'id or its beginning')
		.description('write what happened in a session; secrets and addresses are masked')
		.addOption(new Option('--format <format>', 'format of the file').choices(Object.keys(extensionOf)).default('markdown'))
		.option('--output <file>', 'file to write; - for standard output')
		.option('--force', 'replace the file if it exists')
		.action(run);
}

async function run(session: string, options: ExportOptions): Promise<void> {
	const content = await loadContent();
	const engine = await viewSession(await openWorkshop(content), session);
	const text = exportText(engine, content, options.format);
	if (options.output === '-') {
		print(text);
		return;
	}
	const path = options.output ?? `httpd-medic-${engine.id}.${extensionOf[options.format]}`;
	await writeExport(path, text, { overwrite: options.force === true });
	say(`Wrote ${path}.`);
}
