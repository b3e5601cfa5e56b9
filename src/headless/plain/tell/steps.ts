import type { AskScreen, CollectionItem, CollectScreen, JudgeScreen, WelcomeScreen } from '../../../session/index.ts';
import { hiddenLine, hiddenSentence, oneLine } from '../foreign.ts';
import { evidenceLines } from './evidence.ts';
import { outputHint, proofLines } from './proof.ts';
import { indented, section, type Telling } from './telling.ts';

export function welcomeLines(body: WelcomeScreen, { m }: Telling): readonly string[] {
	const sightings = body.sightings.map(({ tone, text }) => `${m.tones[tone]}: ${hiddenLine(text)}`);
	return [
		m.welcome.title,
		body.hasServer ? m.welcome.intro : m.welcome.practiceIntro,
		...(sightings.length === 0 ? [m.welcome.nothingSeen] : [m.welcome.seen, ...indented(sightings)]),
	];
}

export function askLines(body: AskScreen, { m }: Telling): readonly string[] {
	return [m.step.question(oneLine(body.title)), m.step.why(oneLine(body.why)), oneLine(body.question)];
}

export function collectLines(body: CollectScreen, telling: Telling): readonly string[] {
	const { m } = telling;
	return [
		m.step.evidence(oneLine(body.title)),
		m.step.why(oneLine(body.why)),
		...body.items.flatMap((item) => ['', ...itemLines(item, telling)]),
		'',
		body.finished ? m.collect.finished : m.collect.unfinished,
	];
}

/** Files that are not there are an answer, and no trouble. */
function wordOf({ state, evidence }: CollectionItem, m: Telling['m']): string {
	const isAbsent = state === 'problem' && evidence.every((each) => each.problem?.kind === 'not-found');
	return m.collection[isAbsent ? 'absent' : state];
}

function itemLines(item: CollectionItem, telling: Telling): readonly string[] {
	const { m } = telling;
	const isUnplanned = item.commands.length === 0 && item.state !== 'blocked';
	return [
		// The usual, that it only reads, is told once, at the beginning.
		item.risk === 'read'
			? m.collect.item(oneLine(item.title), wordOf(item, m))
			: m.collect.risky(oneLine(item.title), wordOf(item, m), m.risks[item.risk]),
		...indented([
			...(item.state === 'done' ? [] : [m.step.why(oneLine(item.why))]),
			...item.commands.map((command) => m.collect.command(oneLine(command))),
			...(isUnplanned ? [m.collect.unplanned] : []),
			...(item.problem === null
				? []
				: [m.collect.problem(hiddenSentence(item.problem.message), hiddenSentence(item.problem.advice))]),
			...item.evidence.filter((each) => each.problem === null || each.lines > 0).flatMap((each) => evidenceLines(each, telling)),
		]),
	];
}

export function judgeLines(body: JudgeScreen, telling: Telling): readonly string[] {
	const { m } = telling;
	const { finding, leadsTo } = body;
	const proofs = proofLines(finding.proofs, telling);
	return [
		m.step.judgement(oneLine(body.title)),
		m.step.why(oneLine(body.why)),
		m.judge.verdict(m.verdicts[finding.verdict], hiddenLine(finding.statement)),
		...(proofs.length === 0 ? [m.judge.noProof] : [m.judge.proof, ...indented(proofs)]),
		...section(
			m.judge.missing,
			body.missing.map((each) => m.judge.how(hiddenSentence(each.why), oneLine(each.how))),
		),
		...outputHint([finding], telling),
		...(['confirmed', 'refuted', 'inconclusive'] as const).map((verdict) =>
			m.judge.leadsTo(m.verdicts[verdict], oneLine(leadsTo[verdict])),
		),
	];
}
