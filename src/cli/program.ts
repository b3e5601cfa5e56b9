import { type Command, CommanderError } from 'commander';
import type { AboutOptions } from './actions/about.ts';
import { addCollect } from './commands/collect.ts';
import { addCompletion } from './commands/completion.ts';
import { addDiagnose } from './commands/diagnose.ts';
import { addDrill } from './commands/drill.ts';
import { addExplain } from './commands/explain.ts';
import { addExport } from './commands/export.ts';
import { addFlow } from './commands/flow.ts';
import { addHandOff } from './commands/hand-off.ts';
import { addKnowledge } from './commands/knowledge.ts';
import { addPractice } from './commands/practice.ts';
import { addSearchLog } from './commands/search-log.ts';
import { addSessions } from './commands/sessions.ts';
import { addWizard } from './commands/wizard.ts';
import { version } from './version.ts';
import { SpokenCommand } from './spoken-command.ts';
import type { Catalogue } from '../catalogue/index.ts';

const adders = [
	...[addWizard, addDiagnose, addExplain, addCollect, addSessions, addExport, addHandOff, addPractice, addKnowledge, addFlow],
	...[addDrill, addCompletion, addSearchLog],
];

/** The whole command line in a language; nothing runs before it is parsed. */
export function createProgram({ cli }: Catalogue): Command {
	const m = cli.commands.program;
	const program = new SpokenCommand('httpd-medic', cli.usage)
		.description(m.about)
		.option('-V, --version', m.version)
		.option('--verbose', m.verbose)
		.option('--sbom', m.sbom)
		.option('--licences', m.licences)
		.hook('preSubcommand', tellVersion)
		.exitOverride();
	for (const add of adders) add(program, cli.commands);
	const groups = [program, ...program.commands].filter(({ commands }) => commands.length > 0);
	for (const group of groups) group.helpCommand('help [command]', cli.usage.help);
	return program;
}

/** In place of the command. Commander's own --version knows no options. */
async function tellVersion(program: Command): Promise<void> {
	const wanted: AboutOptions & { readonly version?: true } = program.opts();
	if (!wanted.version) return;
	await (await import('./actions/about.ts')).printAbout(wanted);
	throw new CommanderError(0, 'commander.version', version);
}
