import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type {
	Capture,
	ListFilesRequest,
	ReadFilesRequest,
	Request,
	RunRequest,
	WriteFileRequest,
} from '../../src/domain/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'medic-test-'));
chmodSync(folder, 0o755);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A new folder that goes after the tests of this file. */
export function scratch(): string {
	return mkdtempSync(join(folder, 'x'));
}

export function run(argv: RunRequest['argv'], more: Partial<RunRequest> = {}): RunRequest {
	const common = { kind: 'run', risk: 'read', deadlineMs: 20_000, maxBytes: 1_000_000 } as const;
	return { ...common, argv, output: 'stdout', expectedExitCodes: [0], ...more };
}

export function shell(script: string, more: Partial<RunRequest> = {}): RunRequest {
	return run(['sh', '-c', script], more);
}

export function read(paths: readonly string[], more: Partial<ReadFilesRequest> = {}): ReadFilesRequest {
	return { kind: 'read-files', risk: 'read', deadlineMs: 20_000, maxBytes: 1_000_000, from: 'start', paths, ...more };
}

export function list(paths: readonly string[], more: Partial<ListFilesRequest> = {}): ListFilesRequest {
	return { kind: 'list-files', risk: 'read', deadlineMs: 20_000, maxBytes: 1_000_000, contents: false, paths, ...more };
}

export function write(path: string, content: string | null, mode = 0o644): WriteFileRequest {
	return { kind: 'write-file', risk: 'mutating', deadlineMs: 20_000, maxBytes: 1000, path, content, mode };
}

export const quiet = (): AbortSignal => new AbortController().signal;

export const isRoot = process.geteuid?.() === 0;

/** Whether a process still runs; one that nobody has waited for does not. */
export function runs(pid: number): boolean {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
		return !/^[ZX]/.test(stat.slice(stat.lastIndexOf(')') + 2));
	} catch {
		return false;
	}
}

/** Waits until the process has gone, for at most some seconds; whether it has. */
export async function goes(pid: number): Promise<boolean> {
	for (let attempt = 0; attempt < 250 && runs(pid); attempt++) await new Promise((resolve) => setTimeout(resolve, 20));
	return !runs(pid);
}

/** Performs a request in a program of its own that has no rights, as the user nobody when the tests run as root. */
export function asNobody(request: Request): Capture {
	const words = [process.execPath, join(import.meta.dirname, 'perform.ts'), JSON.stringify(request)];
	const argv = isRoot ? ['setpriv', '--reuid', '65534', '--regid', '65534', '--clear-groups', ...words] : words;
	return JSON.parse(execFileSync(argv[0] ?? '', argv.slice(1), { encoding: 'utf8', cwd: '/' }));
}
