import { CommanderError } from 'commander';
import { tellError } from '../catalogue/index.ts';
import { ProblemError } from '../domain/problem-error.ts';
import { JournalFailure } from '../engine/journal-failure.ts';
import { exitCode } from '../headless/exit-code.ts';
import { Failure } from './failure.ts';
import { say } from './output.ts';
import { endAtUncaught } from './uncaught.ts';
import { createProgram } from './program.ts';
import { version } from './version.ts';
import { language } from './language.ts';

endAtUncaught(process, report);
try {
	await createProgram(language).parseAsync();
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
	if (error instanceof ProblemError) {
		say(`httpd-medic: ${tellError(error, language.session.problems)}`);
		return exitCode.usage;
	}
	if (error instanceof JournalFailure) {
		say(`httpd-medic: ${error.message}\n${language.cli.told.makeRoom}`);
		return exitCode.inconclusive;
	}
	const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
	say(`httpd-medic: ${language.cli.told.bug(version)}\n${text}`);
	return exitCode.bug;
}
