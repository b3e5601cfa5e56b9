// Redacts so many MiB of evidence of one kind and tells how it went: node scripts/bench/redaction-run.ts KIND MIB
import { englishEvidence } from '../../src/catalogue/evidence.ts';
import { english } from '../../src/catalogue/index.ts';
import { fold } from '../../src/session/index.ts';
import { exportSession, type TranscriptParts } from '../../src/transcript/index.ts';
import { evidenceText, isEvidenceKind } from './redaction-evidence.ts';

const pieceMib = 4;
const [kind = '', mib = ''] = process.argv.slice(2);
if (!isEvidenceKind(kind)) throw new Error(`there is no evidence of the kind "${kind}"`);

const text = evidenceText(kind, pieceMib << 20);
const pieces = Number(mib) / pieceMib;

/** Texts are handed over one by one, as the store does, each as a string of its own. */
const textOf = (): string => Buffer.from(text).toString('latin1');

/** Seconds of processor time: what else the machine does takes none of it. */
const run = (count: number): number => {
	const parts = partsOf(count);
	const begin = process.threadCpuUsage();
	const exported = exportSession(parts, { keep: ['unknown-secret'], hide: [], sinceStep: null, only: null, format: 'json' });
	if (exported.kind !== 'text') throw new Error(`the export was refused: ${JSON.stringify(exported.leaks[0])}`);
	const { user, system } = process.threadCpuUsage(begin);
	return (user + system) / 1e6;
};

// What is measured is the program at work, not how it is compiled.
run(1);
const seconds = run(pieces);
const peak = process.resourceUsage().maxRSS * 1024;
process.stdout.write(`${JSON.stringify({ mibPerSecond: (pieces * pieceMib) / seconds, peak })}\n`);

function partsOf(count: number): TranscriptParts {
	const events = Array.from({ length: count }, (_, index) => ({
		...{ type: 'evidence-captured' as const, run: null, facts: [], seq: index + 1, at: 1_763_726_400 + index },
		evidence: {
			...{ id: `log-${index + 1}`, format: 'access-log', collector: 'operator', source: `/var/log/${index + 1}.log` },
			...{ sha256: '0'.repeat(64), bytes: text.length, lines: 1, spans: [], exitCode: null, durationMs: 1, truncated: false },
			...{ problem: null, capturedAt: 1_763_726_400 },
		},
	}));
	return {
		...{
			events,
			state: fold(events),
			flows: [],
			textOf,
			remediesOf: () => [],
			serverOffset: 0,
			catalogue: english,
			words: englishEvidence,
		},
		assessment: { verdict: 'inconclusive', diagnoses: [], ruledOut: [], missing: [], remarks: [] },
	};
}
