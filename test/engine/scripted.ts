import { createHash } from 'node:crypto';
import type { BlobStore, Capture, Journal, Request, SessionEvent, SessionStart, Target } from '../../src/domain/index.ts';
import { describeRequest, noHints } from '../../src/domain/index.ts';

/** A target that answers from a table of commands and notes what it was asked. */
export function scriptedTarget(answers: Readonly<Record<string, string>>, onAsk: (request: Request) => void = () => {}): Target {
	return {
		uri: 'scripted',
		title: 'root@scripted',
		isRoot: true,
		perform: async (request) => {
			onAsk(request);
			const command = describeRequest(request);
			const key = Object.keys(answers).find((each) => command.startsWith(each));
			const text = key === undefined ? '' : (answers[key] ?? '');
			const path = request.kind === 'read-files' ? request.paths[0] : undefined;
			return captureOf(text, key === undefined, path);
		},
	};
}

function captureOf(text: string, missing: boolean, path: string | undefined): Capture {
	const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
	return {
		text,
		spans: path === undefined || missing ? [] : [{ path, firstLine: 1, lines, sourceLine: 1 }],
		exitCode: missing ? null : 0,
		durationMs: 1,
		truncated: false,
		problem: missing ? { kind: 'tool-missing', message: 'It is not installed.', advice: 'Install it.' } : null,
	};
}

/** A journal in memory; `failAt` makes the append of that event fail, as a full disk would. */
export function memoryJournal(failAt = Number.POSITIVE_INFINITY): Journal & { readonly events: SessionEvent[] } {
	const events: SessionEvent[] = [];
	return {
		events,
		append: async (event) => {
			if (event.seq >= failAt) throw new Error('No space left on device');
			events.push(event);
		},
		close: async () => {},
	};
}

export function memoryBlobs(): BlobStore {
	const texts = new Map<string, string>();
	const textOf = (key: string): string => {
		const text = texts.get(key);
		if (text === undefined) throw new Error(`no blob ${key}`);
		return text;
	};
	return {
		put: async (text) => {
			const key = createHash('sha256').update(text).digest('hex');
			texts.set(key, text);
			return key;
		},
		get: async (key) => textOf(key),
		read: textOf,
	};
}

export const start: SessionStart = {
	schema: 1,
	version: '0.0.0',
	session: 'test',
	target: { uri: 'scripted', title: 'root@scripted', isRoot: true },
	hints: noHints,
	knowledge: 'k',
};
