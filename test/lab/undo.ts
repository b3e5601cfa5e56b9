import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync, rmdirSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { httpdsOf, isAlive, signal } from './processes.ts';
import { removeSet, setsOf } from './semaphores.ts';
import { untilBlocking } from './wait.ts';

/**
 * How to take back one thing that the lab did. Data, so that another process can do it: `lab down`, or the next
 * run after this one was killed. Everything runs without the event loop, so that a dying process can do it, too.
 */
export type Undo =
	/** Ends every httpd that runs on this configuration file. */
	| { readonly kind: 'httpd'; readonly config: string }
	| { readonly kind: 'process'; readonly pid: number; readonly startTicks: string }
	| { readonly kind: 'semaphores'; readonly ids: readonly number[] }
	/** Writes a kernel setting back. */
	| { readonly kind: 'setting'; readonly path: string; readonly value: string }
	| { readonly kind: 'mount'; readonly path: string }
	| { readonly kind: 'cgroup'; readonly path: string }
	/** Removes a symbolic link that still leads there. */
	| { readonly kind: 'link'; readonly path: string; readonly target: string }
	| { readonly kind: 'folder'; readonly path: string };

const patienceMs = 3000;

function endHttpd(config: string): void {
	const sets = setsOf(new Set(httpdsOf(config).map(({ pid }) => pid)));
	// The parent first and politely: it removes what only it knows of.
	const found = httpdsOf(config);
	const pids = new Set(found.map(({ pid }) => pid));
	for (const { pid, parentPid } of found) if (!pids.has(parentPid)) signal(pid, 'SIGTERM');
	if (!untilBlocking(() => httpdsOf(config).length === 0, patienceMs)) {
		untilBlocking(() => {
			const left = httpdsOf(config);
			for (const { pid } of left) signal(pid, 'SIGKILL');
			return left.length === 0;
		}, patienceMs);
	}
	for (const id of sets) removeSet(id);
}

function endProcess(pid: number, startTicks: string): void {
	if (!isAlive(pid, startTicks)) return;
	signal(pid, 'SIGKILL');
	untilBlocking(() => !isAlive(pid, startTicks), patienceMs);
}

function endCgroup(path: string): void {
	untilBlocking(() => {
		try {
			rmdirSync(path);
			return true;
		} catch (error) {
			return (error as NodeJS.ErrnoException).code === 'ENOENT';
		}
	}, patienceMs);
}

/** Takes one thing back. Does nothing where it is gone already. */
export function undo(action: Undo): void {
	switch (action.kind) {
		case 'httpd':
			endHttpd(action.config);
			break;
		case 'process':
			endProcess(action.pid, action.startTicks);
			break;
		case 'semaphores':
			for (const id of action.ids) removeSet(id);
			break;
		case 'setting':
			if (readFileSync(action.path, 'utf8') !== action.value) writeFileSync(action.path, action.value);
			break;
		case 'mount':
			spawnSync('umount', ['--lazy', action.path], { stdio: 'ignore' });
			break;
		case 'cgroup':
			endCgroup(action.path);
			break;
		case 'link':
			if (readlinkSync(action.path) === action.target) unlinkSync(action.path);
			break;
		case 'folder':
			rmSync(action.path, { recursive: true, force: true });
	}
}
