import type { Verdict } from '../../../domain/index.ts';
import { oneLine } from '../foreign.ts';
import type { Walk } from '../walk.ts';
import { pick } from './pick.ts';

const verdicts: readonly Verdict[] = ['confirmed', 'refuted', 'inconclusive'];
const formats = ['markdown', 'json'] as const;

/** The operator disagrees with the evidence: the verdict, then the reason. */
export async function askOverride(walk: Walk): Promise<void> {
	const { talk, m } = walk;
	const { body } = walk.handle.screen();
	if (body.kind !== 'judge') return;
	const labels = verdicts.map((verdict) => m.override.to(m.verdicts[verdict], oneLine(body.leadsTo[verdict])));
	const index = await pick(m.override.title, labels, null, walk);
	const verdict = index === null ? undefined : verdicts[index];
	if (!verdict) return;
	talk.say(m.override.reason);
	const reason = (await talk.hear()).trim();
	if (reason === '') talk.say(m.override.none);
	else await walk.send({ type: 'override', verdict, reason });
}

export async function askNote(given: string, walk: Walk): Promise<void> {
	const { talk, m } = walk;
	if (given === '') talk.say(m.note.ask);
	const text = given === '' ? (await talk.hear()).trim() : given;
	if (text === '') talk.say(m.note.empty);
	else if (await walk.send({ type: 'note', text })) talk.say(m.note.saved);
}

export async function askExport(given: string, walk: Walk): Promise<void> {
	const { m } = walk;
	const named = formats.find((format) => format === given.toLowerCase());
	const labels = formats.map((format) => m.export.formats[format]);
	const index = named ? null : await pick(m.export.title, labels, 0, walk);
	const format = named ?? (index === null ? undefined : formats[index]);
	if (format) await walk.exportAs(format);
}
