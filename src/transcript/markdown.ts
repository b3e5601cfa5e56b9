import { visible } from '../domain/index.ts';
import type { Redacted } from './redact.ts';
import type { Transcript, TranscriptDiagnosis, TranscriptEntry } from './transcript.ts';

/** For a ticket or a post-mortem: summary, proof, remedies, what is open, timeline, evidence. */
export function toMarkdown(transcript: Redacted<Transcript>): string {
	const { headline, session, target, version, outcome } = transcript;
	const sections = [
		`# ${inline(headline)}`,
		[
			`- Session: ${session} (${outcome})`,
			`- Target: ${inline(target)}`,
			`- From ${time(transcript.startedAt)} to ${time(transcript.endedAt)}`,
			`- httpd-medic ${version}; secrets and addresses are masked`,
		].join('\n'),
		...transcript.diagnoses.map(diagnosis),
		list('What else was seen', transcript.remarks),
		list(
			'Ruled out',
			transcript.ruledOut.map((each) => `${each.title}: ${each.because}`),
		),
		list(
			'Open',
			transcript.missing.map((each) => `${each.why}. ${each.how}`),
		),
		list('Notes', transcript.notes.map(entry)),
		list('Timeline', transcript.timeline.map(entry)),
		...evidence(transcript),
	];
	return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function diagnosis(each: TranscriptDiagnosis): string {
	const findings = each.findings.flatMap(({ statement, proofs, more }) => [
		`- ${inline(statement)}`,
		...proofs.map((proof) => `  - ${code(`${proof.file}:${proof.line}`)} ${code(proof.text)}`),
		...(more > 0 ? [`  - and ${more} more lines`] : []),
	]);
	const remedies = each.remedies.map(({ title, kind, risk, state }) => `- ${inline(title)} (${kind}, ${risk}): ${state}`);
	return [
		`## ${inline(each.title)}`,
		`${each.isRisk ? 'A risk, ' : ''}${each.status}; ${code(each.id)}${each.culprit === null ? '' : `; culprit ${code(each.culprit)}`}`,
		`### Proof\n\n${findings.join('\n')}`,
		...(remedies.length > 0 ? [`### Remedies\n\n${remedies.join('\n')}`] : []),
	].join('\n\n');
}

function evidence(transcript: Redacted<Transcript>): readonly string[] {
	const blocks = transcript.evidence.map(({ id, source, exitCode, truncated, problem, sha256, excerpt }) => {
		const facts = [
			exitCode === null ? '' : `exit ${exitCode}`,
			truncated ? 'truncated' : '',
			problem ?? '',
			`sha256 ${sha256.slice(0, 12)}`,
		];
		return `### ${inline(id)}\n\n${code(source)} (${inline(facts.filter(Boolean).join('; '))})\n\n${fence(excerpt)}`;
	});
	return blocks.length > 0 ? ['## Evidence', ...blocks] : [];
}

function list(title: string, items: readonly string[]): string {
	return items.length === 0 ? '' : `## ${title}\n\n${items.map((item) => `- ${inline(item)}`).join('\n')}`;
}

function entry({ at, text }: TranscriptEntry): string {
	return `${time(at)} ${text}`;
}

function time(seconds: number): string {
	return new Date(seconds * 1000).toISOString().replace('T', ' ').slice(0, 19);
}

/** Foreign text as running text: no control bytes, no line breaks, no markup of its own. */
function inline(text: string): string {
	return visible(text)
		.replaceAll(/\s+/g, ' ')
		.replaceAll(/[\\`*_[\]<>]/g, '\\$&');
}

/** Foreign text as code: the fence is longer than any run of backticks within. */
function code(text: string): string {
	const flat = visible(text).replaceAll(/\s+/g, ' ');
	const ticks = longestRun(flat) + 1;
	return `${'`'.repeat(ticks)}${ticks > 1 ? ` ${flat} ` : flat}${'`'.repeat(ticks)}`;
}

function fence(text: string): string {
	const ticks = '`'.repeat(Math.max(3, longestRun(text) + 1));
	return `${ticks}text\n${visible(text)}\n${ticks}`;
}

function longestRun(text: string): number {
	return Math.max(0, ...[...text.matchAll(/`+/g)].map((match) => match[0].length));
}
