import { writeSync } from 'node:fs';
import { visible } from '../domain/index.ts';
import type { SessionHandle } from '../engine/handle.ts';
import type { Outcome, WizardHost } from './host.ts';
import { createLedger, describeOutcome } from './outcome.ts';
import { asciiOutput } from './terminal/ascii-output.ts';
import { backgroundQuestion, createBackground, mayAskBackground } from './terminal/background.ts';
import { installGuard, leaveAlternateScreen, restoreModes } from './terminal/guard.ts';
import { createJobControl } from './terminal/job-control.ts';
import { TtyInput } from './terminal/tty-input.ts';
import { isAsciiOnly } from './theme.ts';

/** A session that does not close in this time is left to the journal, which is safe at any moment. */
const closeWithinMs = 3000;
/** Even over a slow line. */
const answerWithinMs = 1000;
const crashed = 1;
const interrupts: readonly string[] = ['SIGINT', 'SIGQUIT'];

/**
 * Runs the wizard on the terminal until the operator leaves it, then prints how it ended. The terminal is restored
 * whatever happens; a bug ends the process with code 1. Needs a terminal on standard output; standard input may be a pipe.
 */
export async function runWizard(host: WizardHost): Promise<Outcome> {
	// Ink ignores NO_COLOR, and its colour library looks at the environment only once.
	if (process.env.NO_COLOR) process.env.FORCE_COLOR = '0';
	const { mount } = await import('./mount.tsx');
	const m = host.catalogue.tui;
	const ledger = createLedger(host.session);
	const stdout = isAsciiOnly(process.env) ? asciiOutput(process.stdout) : process.stdout;
	const left = Promise.withResolvers<boolean>();
	const background = createBackground(process.env);
	const stdin = new TtyInput(undefined, { onReport: background.learn });
	let unmount = (): void => undefined;
	let isLent = false;
	const removeGuard = installGuard({
		process,
		// Ctrl-C at the prompt of another program is meant for that.
		onSignal: (name) => {
			if (!isLent || !interrupts.includes(name)) left.resolve(true);
		},
		onCrash: (error) => {
			restore(unmount, stdin);
			writeSync(process.stderr.fd, `httpd-medic: ${error instanceof Error ? error.stack : String(error)}\n`);
			process.exit(crashed);
		},
	});
	// Stays for good: a terminal that is gone must not become an error at the last word either.
	process.stdout.on('error', () => left.resolve(true));
	try {
		stdin.setRawMode(true);
		const answered = mayAskBackground(process.env) ? ask(stdout, background.answered) : undefined;
		const lent = (now: boolean): void => {
			isLent = now;
			if (now) stdout.write(m.debug.handOver(lentTo(ledger.current())));
		};
		const jobs = createJobControl(process, () => process.kill(0, 'SIGTSTP'));
		const witness = { session: ledger.follow, exported: ledger.exported, leave: left.resolve, lent, isLent: () => isLent, jobs };
		const mounted = mount({ host, witness, stdin, stdout: process.stdout, env: process.env, background });
		unmount = mounted.unmount;
		// The frame is on its way; whatever the program still has to load comes after it.
		const unopened = painted()
			.then(() => host.opening?.())
			.then(() => new Promise<never>(() => undefined));
		const interrupted = await Promise.race([left.promise, mounted.gone.then(() => true), unopened]);
		const outcome = ledger.outcome(interrupted);
		// An answer that comes later would be typed into the shell.
		await answered;
		restore(unmount, stdin);
		await Promise.race([ledger.current().close(), pause(closeWithinMs)]);
		// One that was still being opened has its name by now.
		const named = { ...outcome, session: ledger.current().id };
		stdout.write(describeOutcome(named, m));
		return named;
	} finally {
		restore(unmount, stdin);
		removeGuard();
	}
}

/** The command that the terminal is handed to. */
function lentTo(session: SessionHandle): string {
	const event = session.events().findLast((each) => each.type === 'debug-started');
	return event?.type === 'debug-started' ? visible(event.command) : '';
}

/** Can be called twice, and in the middle of a crash. */
function restore(unmount: () => void, stdin: TtyInput): void {
	let tail = restoreModes;
	try {
		unmount();
	} catch {
		tail += leaveAlternateScreen;
	}
	try {
		stdin.setRawMode(false);
		writeSync(process.stdout.fd, tail);
	} catch {
		// The terminal is gone: nothing is left to restore.
	}
}

/** Asks the terminal for its background; resolves with the answer, or when none is to be expected any more. */
function ask(stdout: NodeJS.WriteStream, answered: Promise<void>): Promise<void> {
	stdout.write(backgroundQuestion);
	return Promise.race([answered, pause(answerWithinMs)]);
}

function painted(): Promise<void> {
	return new Promise((resolve) => {
		setImmediate(resolve);
	});
}

function pause(milliseconds: number): Promise<void> {
	return new Promise((resolve) => {
		setTimeout(resolve, milliseconds).unref();
	});
}
