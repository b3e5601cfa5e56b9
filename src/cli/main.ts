import { CommanderError } from 'commander';
import { JournalFailure } from '../engine/journal-failure.ts';
import { exitCode } from '../headless/exit-code.ts';
import { Failure } from './failure.ts';
import { say } from './output.ts';
import { createProgram } from './program.ts';
import { version } from './version.ts';

try {
	await createProgram().parseAsync();
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
	if (error instanceof JournalFailure) {
		say(`httpd-medic: ${error.message}\nMake room, then go on where it stopped with: httpd-medic resume`);
		return exitCode.inconclusive;
	}
	const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
	say(`httpd-medic: this is a bug in httpd-medic ${version}, please report it:\n${text}`);
	return exitCode.bug;
}
