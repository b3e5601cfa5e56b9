import { Command, CommanderError } from 'commander';
import { exitCode } from '../headless/exit-code.ts';
import { addCollect } from './commands/collect.ts';
import { addDiagnose } from './commands/diagnose.ts';
import { addExplain } from './commands/explain.ts';
import { addExport } from './commands/export.ts';
import { addFlow } from './commands/flow.ts';
import { addKnowledge } from './commands/knowledge.ts';
import { addPractice } from './commands/practice.ts';
import { addSessions } from './commands/sessions.ts';
import { addWizard } from './commands/wizard.ts';
import { Failure } from './failure.ts';
import { say } from './output.ts';
import { version } from './version.ts';

const program = new Command('httpd-medic')
	.description('Finds why Apache httpd is down or its children die, proves it, and helps to mend it.')
	.version(version, '-V, --version')
	.exitOverride()
	.configureHelp({ showGlobalOptions: true });

for (const add of [addWizard, addDiagnose, addExplain, addCollect, addSessions, addExport, addPractice, addKnowledge, addFlow]) {
	add(program);
}

try {
	await program.parseAsync();
} catch (error) {
	process.exitCode = report(error);
}

/** Tells what went wrong and gives the exit code. */
function report(error: unknown): number {
	if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.fine : exitCode.usage;
	if (error instanceof Failure) {
		say(`httpd-medic: ${error.message}`);
		return error.code;
	}
	const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
	say(`httpd-medic: this is a bug in httpd-medic ${version}, please report it:\n${text}`);
	return exitCode.bug;
}
