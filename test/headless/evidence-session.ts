import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { englishEvidence } from '../../src/catalogue/evidence.ts';
import { english } from '../../src/catalogue/index.ts';
import { loadContent } from '../../src/cli/content.ts';
import { collectors, firstLook } from '../../src/collectors/index.ts';
import { noHints, type Target } from '../../src/domain/index.ts';
import { createGuidebook, Engine } from '../../src/engine/index.ts';
import { answerOf, type DiagnoseAnswer, drive, exitCodeOf } from '../../src/headless/index.ts';
import { parsers } from '../../src/parsers/index.ts';
import { openTarget } from '../../src/targets/index.ts';

/** A piece of evidence as `--evidence FORMAT=FILE` hands it in. */
export interface Piece {
	readonly format: string;
	readonly file: string;
	readonly text: string;
}

interface Diagnosed {
	readonly answer: DiagnoseAnswer;
	readonly code: number;
}

const content = await loadContent();

/** What `diagnose` answers, without a process or a disk of its own. */
export async function diagnose(evidence: readonly Piece[], target?: Target): Promise<Diagnosed> {
	const blobs = new Map<string, string>();
	const engine = new Engine({
		target: target ?? (await openTarget('none')),
		guidebook: createGuidebook({ catalogue: english, words: englishEvidence, ...content, collectors, parsers, firstLook }),
		parsers,
		clock: { now: () => 0 },
		timer: { after: () => () => undefined },
		journal: { append: async () => undefined, close: async () => undefined },
		blobs: {
			put: async (text) => {
				const hash = createHash('sha256').update(text).digest('hex');
				blobs.set(hash, text);
				return hash;
			},
			get: async (hash) => blobs.get(hash) ?? '',
			read: (hash) => blobs.get(hash) ?? '',
		},
	});
	const { uri, title, isRoot } = target ?? (await openTarget('none'));
	await engine.begin({ schema: 1, version: '0', session: 's', target: { uri, title, isRoot }, hints: noHints, knowledge: '' });
	for (const { format, file, text } of evidence) {
		await engine.idle();
		const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
		const spans = [{ path: file, firstLine: 1, lines, sourceLine: 1 }];
		await engine.send({ type: 'paste', text, format, source: file, spans, truncated: false });
		await engine.idle();
	}
	const report = await drive(engine, { allow: 'read', answers: {}, fallbackFlow: 'check-up', flow: null });
	const answer = answerOf(
		engine,
		() => [],
		(text) => text,
		english.headless,
	);
	await engine.close();
	return { answer, code: exitCodeOf(answer, report) };
}

export interface Incident {
	readonly name: string;
	readonly evidence: readonly Piece[];
	readonly expected: {
		readonly verdict: DiagnoseAnswer['verdict'];
		/** Confirmed or likely, all of them. */
		readonly diagnoses: readonly string[];
		/** May be confirmed or likely, too. */
		readonly also: readonly string[];
		readonly possible: readonly string[];
		readonly risks: readonly string[];
		/** Module without `.so`; null where none may be blamed. */
		readonly culprit?: string | readonly string[] | null;
	};
}

const incidents = join(import.meta.dirname, '../fixtures/incidents');

export function readIncidents(): readonly Incident[] {
	return readdirSync(incidents)
		.toSorted()
		.map((name) => {
			const read = (file: string): string => readFileSync(join(incidents, name, file), 'utf8');
			const { evidence, ...expected } = JSON.parse(read('expected.json')) as Incident['expected'] & {
				evidence: readonly { format: string; file: string }[];
			};
			const pieces = evidence.map(({ format, file }) => ({ format, file: `/evidence/${file}`, text: read(file) }));
			return { name, evidence: pieces, expected };
		});
}
