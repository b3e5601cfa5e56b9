import { clipboardWrite } from '../../../domain/index.ts';
import { commandsBehind, commandsOf, commandsOfProof } from '../../../session/commands.ts';
import { exactLine, oneLine } from '../foreign.ts';
import { remediesOf } from '../menu.ts';
import type { Walk } from '../walk.ts';
import { pick } from './pick.ts';

/**
 * Hands a text to the clipboard of the terminal, where it has one. Nobody can be told whether it took it, so the text stands
 * on lines of its own, too: there it can be selected.
 */
export function copyText(text: string, what: 'line' | 'command', { talk, m }: Walk): void {
	if (text.trim() === '') return talk.say(m.copying.nothing);
	const { sequence, characters } = clipboardWrite(text);
	const isSent = talk.tellTerminal(sequence);
	const told = characters < text.length ? m.copying.cut(characters, text.length) : m.copying[what](characters);
	talk.say(`${isSent ? `${told} ${m.copying.alsoBare}` : m.copying.bare}\n${text.split('\n').map(exactLine).join('\n')}`);
}

interface Copyable {
	readonly label: string;
	readonly text: string;
}

/** `o2:17` and `o2`: a line of an output. */
const place = /^o\s*(\d{1,6})(?::(\d{1,9}))?$/;

/** A line of an output, the command behind an output, or a command of this step. */
export async function askCopy(wanted: string, walk: Walk): Promise<void> {
	const { talk, m, sources, handle } = walk;
	const [, output, line] = place.exec(wanted.toLowerCase()) ?? [];
	if (output !== undefined) {
		const found = sources.all().find(({ number }) => String(number) === output);
		if (!found) return talk.say(m.output.noSuch(output));
		const { id } = found.evidence;
		if (line === undefined) return copyText(commandsBehind(handle.events(), [id]), 'command', walk);
		if (Number(line) < 1 || Number(line) > sources.count(id)) return talk.say(m.note.noSuchLine(`${output}:${line}`));
		return copyText(sources.line(id, Number(line)), 'line', walk);
	}
	if (wanted !== '') return talk.say(m.copying.noSuch(oneLine(wanted)));
	const all = commandsHere(walk).filter(({ text }) => text !== '');
	const [only] = all;
	if (only === undefined) return talk.say(`${m.copying.nothing} ${m.copying.how}`);
	const labels = all.map(({ label }) => label);
	const index = all.length === 1 ? 0 : await pick(m.copying.title, labels, null, walk);
	const chosen = index === null ? undefined : all[index];
	if (chosen) copyText(chosen.text, 'command', walk);
}

/** What this step runs, what would be done, and what brought its proof. */
function commandsHere({ handle, m }: Walk): readonly Copyable[] {
	const { body } = handle.screen();
	switch (body.kind) {
		case 'collect':
			return body.items.map(({ title, commands }) => ({ label: m.copying.of(oneLine(title)), text: commands.join('\n') }));
		case 'judge':
			return [{ label: m.copying.proof, text: commandsOfProof(handle.events(), [body.finding]) }];
		case 'diagnosis':
			return [
				...remediesOf(body).flatMap(({ kind, title, actions, undo }) => {
					const name = m.diagnosis.remedy(kind, oneLine(title));
					return [
						{ label: m.copying.of(name), text: commandsOf(actions) },
						{ label: m.copying.of(m.remedy.undoOf(name)), text: commandsOf(undo) },
					];
				}),
				...body.diagnoses.map(({ title, findings }) => ({
					label: m.copying.proofOf(oneLine(title)),
					text: commandsOfProof(handle.events(), findings),
				})),
			];
		case 'welcome':
		case 'ask':
		case 'hand-off':
		case 'ended':
			return [];
	}
}
