import { englishEvidence } from '../../src/catalogue/evidence.ts';
import { english } from '../../src/catalogue/index.ts';
import type { SessionHandle } from '../../src/engine/handle.ts';
import { type PlainHost, type PlainIo, runPlain } from '../../src/headless/plain/index.ts';
import { littleEngine } from '../engine/little-guide.ts';
import { start } from '../engine/scripted.ts';

/** What an operator sees and how the talk ended. */
export interface Talk {
	readonly text: string;
	readonly outcome: Awaited<ReturnType<typeof runPlain>>;
}

export const articles = [
	{ id: 'crashed', title: 'It crashed', body: '# What you see\n\nLines that **say** so.\n\n```\n$ ls   # as it is\n```\n' },
	{ id: 'long', title: 'A long one', body: Array.from({ length: 45 }, (_, index) => `Line ${index + 1}`).join('\n') },
];

export function hostOf(session: SessionHandle, part: Partial<PlainHost> = {}): PlainHost {
	const nowhere = (): Promise<SessionHandle> => Promise.reject(new Error('There is no such thing here.'));
	return {
		catalogue: english,
		version: '0.0.0-test',
		formats: [{ id: 'words', title: 'Words' }],
		words: englishEvidence,
		session,
		practice: [],
		openPractice: nowhere,
		openBundle: nowhere,
		sessions: async () => [],
		resume: nowhere,
		startFresh: nowhere,
		others: async () => [],
		watchSession: nowhere,
		takeOver: nowhere,
		isWatched: () => false,
		previewExport: async () => ({ hidden: [], hide: [], keep: [], rules: [] }),
		articles: {
			get: (id) => articles.find((each) => each.id === id),
			search: (text) => articles.filter((each) => each.title.includes(text)),
		},
		exportSession: async (_, format) => `/root/report.${format}`,
		...part,
	};
}

/** A line to type; one that depends on what was told is typed once a choice is asked for. */
export type Line = string | ((told: string) => string);

/** Types the number of the choice that was last told with these words. */
export function choose(words: string): Line {
	return (told) => {
		const line = told.split('\n').findLast((each) => /^\d+\. /.test(each) && each.includes(words));
		if (line === undefined) throw new Error(`"${words}" is no choice of:\n${told}`);
		return line.slice(0, line.indexOf('.'));
	};
}

/** Input and output in memory; `tick` does what is done every few seconds. */
export function memoryIo(lines: Iterable<Line>, part: Partial<PlainIo> = {}) {
	const given = lines[Symbol.iterator]();
	const written: string[] = [];
	const works = new Set<() => void>();
	const told = (): string => written.join('');
	let wake: (() => void) | null = null;
	const isAsked = (): boolean => told().trimEnd().split('\n').at(-1)?.startsWith('What now?') ?? false;
	const asked = (): Promise<void> => (isAsked() ? Promise.resolve() : new Promise((resolve) => (wake = resolve)));
	const io: PlainIo = {
		readLine: async () => {
			const next = given.next();
			if (next.done) return null;
			if (typeof next.value === 'string') return next.value;
			await asked();
			return next.value(told());
		},
		write: (text) => {
			written.push(text);
			if (isAsked()) wake?.();
		},
		clipboard: null,
		now: () => 1100,
		every: (_, work) => {
			works.add(work);
			return () => works.delete(work);
		},
		isInterrupted: () => false,
		...part,
	};
	const tick = (): void => {
		for (const work of works) work();
	};
	return { io, text: told, tick };
}

/** Says these lines to the wizard; after the last one the input ends. */
export async function talk(host: PlainHost, lines: Iterable<Line>): Promise<Talk> {
	const { io, text } = memoryIo(lines);
	const outcome = await runPlain(host, io);
	return { text: text(), outcome };
}

export const crashing = {
	'cat /first': 'crash at first\n',
	'cat /log': 'fine\ncrash one\ncrash two\n',
	'cat /attach': 'attached\n',
	mend: 'mended',
	break: 'broken',
};

/** A session of the little guide whose first look has begun. */
export async function littleSession(
	answers: Readonly<Record<string, string>> = crashing,
	parts: Parameters<typeof littleEngine>[1] = {},
): Promise<ReturnType<typeof littleEngine>> {
	const engine = littleEngine(answers, parts);
	await engine.begin(start);
	return engine;
}

/** Nothing but Enter, for ever. */
export function* enters(most = 500): Generator<string> {
	for (let count = 0; count < most; count += 1) yield '';
	throw new Error(`${most} times Enter led nowhere`);
}
