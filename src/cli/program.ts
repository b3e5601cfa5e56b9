import { Command, CommanderError } from 'commander';
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
import { addSessions } from './commands/sessions.ts';
import { addWizard } from './commands/wizard.ts';
import { version } from './version.ts';
import { language } from './language.ts';

const m = language.cli.commands.program;

const adders = [
	...[addWizard, addDiagnose, addExplain, addCollect, addSessions, addExport, addHandOff, addPractice, addKnowledge, addFlow],
	...[addDrill, addCompletion],
];

/** The whole command line; nothing runs before it is parsed. */
export function createProgram(): Command {
	const program = new Command('httpd-medic')
		.description(m.about)
		.option('-V, --version', m.version)
		.option('--verbose', m.verbose)
		.option('--sbom', m.sbom)
		.option('--licences', m.licences)
		.hook('preSubcommand', tellVersion)
		.exitOverride()
		.configureHelp({ showGlobalOptions: true });
	for (const add of adders) add(program);
	return program;
}

/** In place of the command. Commander's own --version knows no options. */
async function tellVersion(program: Command): Promise<void> {
	const wanted: AboutOptions & { readonly version?: true } = program.opts();
	if (!wanted.version) return;
	await (await import('./actions/about.ts')).printAbout(wanted);
	throw new CommanderError(0, 'commander.version', version);
}
