import type { Citation, Verdict } from '../../../domain/index.ts';
import { oneLine } from '../foreign.ts';
import type { Walk } from '../walk.ts';
import { pick } from './pick.ts';

const verdicts: readonly Verdict[] = ['confirmed', 'refuted', 'inconclusive'];

/** The operator disagrees with the evidence: the verdict, then the reason. */
export async function askOverride(walk: Walk): Promise<void> {
	const { talk, m } = walk;
	const { body } = walk.handle.screen();
	if (body.kind !== 'judge') return;
	const others = verdicts.filter((verdict) => verdict !== body.finding.verdict);
	const labels = others.map((verdict) => m.override.to(m.verdicts[verdict], oneLine(body.leadsTo[verdict])));
	const index = await pick(m.override.title, labels, null, walk);
	const verdict = index === null ? undefined : others[index];
	if (!verdict) return;
	talk.say(m.override.reason);
	const reason = (await talk.hear()).trim();
	if (reason === '') talk.say(m.override.none);
	else await walk.send({ type: 'override', verdict, reason });
}

/** `o2:17` and a text: on line 17 of output 2. A time of day at the beginning of a note is none. */
const onLine = /^o(\d{1,6}):(\d{1,9})(?:\s+(.*))?$/s;

/** On the step, or on a line of an output. */
export async function askNote(given: string, walk: Walk): Promise<void> {
	const { talk, m, sources } = walk;
	if (given === '') talk.say(m.note.ask);
	const text = given === '' ? (await talk.hear()).trim() : given;
	const [, output, number, rest = ''] = onLine.exec(text) ?? [];
	if (output === undefined) return note(text, null, walk);
	const line = Number(number);
	const found = sources.all().find((source) => String(source.number) === output);
	if (!found || line < 1 || line > sources.count(found.evidence.id)) return talk.say(m.note.noSuchLine(`${output}:${line}`));
	return note(rest, { evidence: found.evidence.id, firstLine: line, lastLine: line }, walk);
}

async function note(text: string, place: Citation | null, walk: Walk): Promise<void> {
	const { talk, m } = walk;
	if (text.trim() === '') talk.say(m.note.empty);
	else if (await walk.send({ type: 'note', text: text.trim(), ...(place && { place }) })) talk.say(m.note.saved);
}
