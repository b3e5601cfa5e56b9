import { type Command, Option } from 'commander';
import { verifySession, writeExport } from '../../store/index.ts';
import { loadContent } from '../content.ts';
import { handOffText } from '../hand-offs.ts';
import { print, say } from '../output.ts';
import { exportText } from '../transcripts.ts';
import { openWorkshop, sessionNamed, viewSession } from '../workshop.ts';
import { collectRule, collectText } from './export.ts';

interface HandOffOptions {
	readonly output?: string;
	readonly force?: boolean;
	readonly hide: readonly string[];
	readonly keep: readonly string[];
}

export function addHandOff(program: Command): void {
	program
		.command('hand-off')
		.argument('<session>', 'id or its beginning')
		.description('write one redacted file with which a colleague goes on at the same step; prints a summary')
		.option('--output <file>', 'file to write')
		.option('--force', 'replace the file if it exists')
		.addOption(
			new Option('--hide <text>', 'hide this text wherever it stands; may be given again').argParser(collectText).default([], ''),
		)
		.addOption(
			new Option('--keep <rule>', 'lift a rule of export --preview; may be given again').argParser(collectRule).default([], ''),
		)
		.action(run);
}

async function run(session: string, options: HandOffOptions): Promise<void> {
	const content = await loadContent();
	const workshop = await openWorkshop(content);
	const { directory } = await sessionNamed(workshop, session);
	const { seal } = await verifySession(directory);
	const engine = await viewSession(workshop, session);
	const { hide, keep, output } = options;
	const text = handOffText(engine, content, seal, { hide, keep });
	const path = output ?? `httpd-medic-${engine.id}.hand-off.json`;
	await writeExport(path, text, { overwrite: options.force === true });
	print(exportText(engine, content, 'summary', { hide, keep, sinceStep: null, only: null }));
	say(`Wrote ${path}. A colleague opens it with: httpd-medic resume --from ${path}`);
}
