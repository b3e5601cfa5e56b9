import { resolve } from 'node:path';
import type { Capture } from '../domain/index.ts';
import { exitCode } from '../headless/index.ts';
import { openTarget } from '../targets/index.ts';
import { Failure } from './failure.ts';

const mostBytes = 256 << 20;

/** A file, or standard input for `-`, as a target would capture it: from its end when it is very large. */
export async function readInput(file: string): Promise<Capture> {
	if (file === '-') return fromStandardInput();
	const target = await openTarget('local');
	const capture = await target.perform(
		{ kind: 'read-files', paths: [resolve(file)], from: 'end', risk: 'read', deadlineMs: 60_000, maxBytes: mostBytes },
		new AbortController().signal,
	);
	const { problem } = capture;
	if (problem !== null && capture.text === '') throw new Failure(`${problem.message}: ${problem.advice}`, exitCode.unreachable);
	return capture;
}

async function fromStandardInput(): Promise<Capture> {
	const chunks: Buffer[] = [];
	let bytes = 0;
	for await (const chunk of process.stdin) {
		const buffer = Buffer.from(chunk as Uint8Array);
		bytes += buffer.length;
		if (bytes > mostBytes) throw new Failure('More than 256 MiB arrived on standard input; name a file instead.');
		chunks.push(buffer);
	}
	const text = Buffer.concat(chunks).toString('utf8');
	return { text, spans: [], exitCode: null, durationMs: 0, truncated: false, problem: null };
}
