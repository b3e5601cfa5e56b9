import type { Banner, Screen } from '../../../session/index.ts';
import { briefLine, hiddenLine, hiddenSentence, oneLine } from '../foreign.ts';
import type { PlainMessages } from '../../../catalogue/index.ts';
import { diagnosisLines } from './diagnosis.ts';
import { askLines, collectLines, judgeLines, welcomeLines } from './steps.ts';
import type { Telling } from './telling.ts';

/** A screen in plain sentences, without what can be chosen. Pure, and free of control bytes. */
export function renderPlain(screen: Screen, telling: Telling): string {
	return [...bannerLines(screen.banner, telling.m), ...bodyLines(screen.body, telling), ...searchLines(screen, telling.m)].join(
		'\n',
	);
}

/** How it stands with the search of the whole log, where the log or its diagnosis is told. */
function searchLines({ body, search }: Screen, { wholeLog: m }: PlainMessages): readonly string[] {
	if (search === null || (body.kind !== 'collect' && body.kind !== 'diagnosis')) return [];
	const { state, statement, problem } = search;
	const found = statement === null ? [] : [hiddenSentence(statement)];
	switch (state) {
		case 'offered':
			return ['', m.cut];
		case 'running':
			return ['', m.begins];
		case 'unfinished':
			return ['', m.unfinished, ...found];
		case 'failed':
			return ['', m.failed(briefLine(problem?.message ?? ''), hiddenSentence(problem?.advice ?? ''))];
		case 'done':
			return ['', ...found, ...(problem ? [m.incomplete(briefLine(problem.message))] : [])];
	}
}

function bannerLines(banner: Banner, m: PlainMessages): readonly string[] {
	const { isRoot, isLive, session, flow, path } = banner;
	const target = oneLine(banner.target);
	const { rights } = m.banner;
	const told = isLive ? (isRoot ? rights.root : rights.user) : rights.recorded;
	if (flow === null || path.length === 0) return [m.banner.where(target, told, session)];
	// Who works where is repeated only where commands have all rights.
	return [isRoot && isLive ? m.banner.stepAsRoot(path.length, oneLine(flow), target) : m.banner.step(path.length, oneLine(flow))];
}

function bodyLines(body: Screen['body'], telling: Telling): readonly string[] {
	const { m } = telling;
	switch (body.kind) {
		case 'welcome':
			return welcomeLines(body, telling);
		case 'ask':
			return askLines(body, telling);
		case 'collect':
			return collectLines(body, telling);
		case 'judge':
			return judgeLines(body, telling);
		case 'diagnosis':
			return diagnosisLines(body, telling);
		case 'hand-off':
			return [m.step.handOff(oneLine(body.title)), hiddenLine(body.headline), ...body.text.split('\n').map(oneLine)];
		case 'ended':
			return [m.ended.title[body.outcome], hiddenLine(body.headline)];
	}
}
