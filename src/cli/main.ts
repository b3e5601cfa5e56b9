import { CommanderError } from 'commander';
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
	const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
	say(`httpd-medic: this is a bug in httpd-medic ${version}, please report it:\n${text}`);
	return exitCode.bug;
}
