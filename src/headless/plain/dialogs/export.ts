import { chosenIn } from '../../../transcript/index.ts';
import { hiddenLine, oneLine } from '../foreign.ts';
import type { ExportPreview, ExportKind } from '../../../engine/door-host.ts';
import type { Walk } from '../walk.ts';
import { longWork } from '../long-work.ts';
import { pick } from './pick.ts';

const formats = ['markdown', 'json', 'html', 'text', 'asciicast', 'summary', 'archive'] as const satisfies readonly ExportKind[];

/** Writes the session in a format; before that what is hidden can be heard, a text be added and a rule be lifted. */
export async function askExport(given: string, walk: Walk): Promise<void> {
	const { m } = walk;
	const named = formats.find((format) => format === given.toLowerCase());
	if (named) return walk.exportAs(named);
	const mayChoose = walk.handle.screen().legal.has('choose-redaction');
	const labels = [
		...formats.map((format) => (format === 'archive' ? m.export.archive : m.export.formats[format])),
		m.export.list,
		...(mayChoose ? [m.export.hide, m.export.lift] : []),
	];
	for (;;) {
		const index = await pick(m.export.title, labels, 0, walk);
		if (index === null) return;
		const format = formats[index];
		if (format) return walk.exportAs(format);
		await [tellHidden, hideText, liftRule][index - formats.length]?.(walk);
	}
}

async function previewed(walk: Walk): Promise<ExportPreview | null> {
	const { talk, m, host, handle } = walk;
	talk.say(m.export.looking);
	let preview: ExportPreview | null = null;
	await walk.attempt(async () => {
		const words = { at: m.export.lookedAt, givenUp: m.export.notLooked };
		preview = await longWork(walk, words, (waiting) => host.previewExport(handle, waiting));
	});
	return preview;
}

/** Each rule with the files and lines in which it hides something; never what is hidden. */
async function tellHidden(walk: Walk): Promise<void> {
	const { talk, m } = walk;
	const preview = await previewed(walk);
	if (preview === null) return;
	const { hidden, hide, keep, rules } = preview;
	const titleOf = (id: string): string => rules.find((rule) => rule.id === id)?.title ?? id;
	const ids = [...new Set(hidden.map(({ rule }) => rule))];
	const told = ids.flatMap((id) => {
		const places = hidden.filter(({ rule }) => rule === id);
		const count = places.reduce((sum, each) => sum + each.count, 0);
		return [
			m.export.hiddenBy(titleOf(id), count),
			...places.map(({ file, lines, count: all }) => `  ${m.export.hiddenAt(hiddenLine(file), lines, all)}`),
		];
	});
	talk.say(
		[
			...(told.length === 0 ? [m.export.nothingHidden] : told),
			...keep.map((id) => m.export.lifted(titleOf(id))),
			...(hide.length === 0 ? [] : [m.export.hiddenTexts(hide.length)]),
		].join('\n'),
	);
}

async function hideText(walk: Walk): Promise<void> {
	const { talk, m, handle } = walk;
	talk.say(`${m.export.hideIntro} ${m.export.hideAsk}`);
	const text = (await talk.hear()).trim();
	if (text === '') return talk.say(m.export.emptyText);
	const { hide, keep } = chosenIn(handle.events());
	if (await walk.send({ type: 'choose-redaction', hide: [...new Set([...hide, text])], keep })) talk.say(m.export.chosen);
}

/** Enter alone changes nothing. */
async function liftRule(walk: Walk): Promise<void> {
	const { talk, m, handle } = walk;
	const preview = await previewed(walk);
	if (preview === null) return;
	const { hide, keep } = chosenIn(handle.events());
	const labels = preview.rules.map(({ id, title }) => {
		const label = oneLine(title);
		return keep.includes(id) ? m.export.restoreRule(label) : m.export.liftRule(label);
	});
	talk.say(m.export.liftIntro);
	const index = await pick(m.export.lift, labels, null, walk);
	const rule = index === null ? undefined : preview.rules[index];
	if (!rule) return;
	const next = keep.includes(rule.id) ? keep.filter((id) => id !== rule.id) : [...keep, rule.id];
	if (await walk.send({ type: 'choose-redaction', hide, keep: next })) talk.say(m.export.chosen);
}
