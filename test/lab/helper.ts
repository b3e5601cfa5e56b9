import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import type { Ledger } from './ledger.ts';
import { processEntry } from './processes.ts';

/** File with what the programs of this ledger have written. */
export function helperOutput(ledger: Ledger): string {
	return join(ledger.scratch, 'helpers.txt');
}

/** Starts a program that goes on after this process, until the ledger is closed. Resolves with its pid. */
export async function startDetached(ledger: Ledger, argv: readonly string[]): Promise<number> {
	const [program = '', ...rest] = argv;
	const log = openSync(helperOutput(ledger), 'a');
	const child = spawn(program, rest, { detached: true, stdio: ['ignore', log, log] });
	closeSync(log);
	await once(child, 'spawn');
	const pid = child.pid ?? 0;
	ledger.record({ kind: 'process', pid, startTicks: processEntry(pid)?.startTicks ?? '' });
	child.unref();
	return pid;
}

/** One of the small programs in `helpers/`. */
export function startHelper(ledger: Ledger, name: string, ...words: readonly (string | number)[]): Promise<number> {
	const script = join(import.meta.dirname, 'helpers', `${name}.ts`);
	return startDetached(ledger, [process.execPath, script, ...words.map(String)]);
}
