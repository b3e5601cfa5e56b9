import { EndOfInput } from './conversation.ts';
import { oneLine } from './foreign.ts';
import { commandOf, isLegalLetter } from './letters.ts';
import { performLetter } from './perform.ts';
import { renderPlain } from './tell/render.ts';
import { Told } from './told.ts';
import type { News } from './wait.ts';
import type { Walk } from './walk.ts';
import { Warnings } from './warnings.ts';

/** How looking on ended: another session was opened, or the operator leaves. */
export type LookedOn = 'switched' | 'left';

/** Tells each step of a session that somebody else works in, as it comes; letters that change nothing are obeyed. */
export async function lookOn(walk: Walk, news: News): Promise<LookedOn> {
	const { handle, talk, m } = walk;
	const warnings = new Warnings(walk);
	const told = new Told();
	let last = '';
	let isBusy = false;
	const look = (): void => {
		// What is being read is not interrupted.
		if (isBusy) return;
		warnings.tell();
		const screen = handle.screen();
		told.enter(screen);
		const text = renderPlain(screen, { m, sources: walk.sources, isTold: told.isTold });
		if (text === last) return;
		last = text;
		talk.say(`\n${text}\n${walk.explains('looking-on') ? m.others.lookingOn : m.others.stillLookingOn}`);
	};
	const stop = handle.subscribe(look);
	look();
	try {
		for (;;) {
			const command = commandOf(await talk.hear(), m);
			if (command.kind === 'enter' || (command.kind === 'letter' && command.letter === 'q')) return 'left';
			if (command.kind !== 'letter')
				talk.say(m.others.onlyLetters(oneLine(command.kind === 'number' ? String(command.number) : command.text)));
			else if (!isLegalLetter(command.letter, handle.screen())) talk.say(m.menu.notHere(command.letter));
			else {
				isBusy = true;
				if (command.letter === 'l') {
					told.forget();
					last = '';
				} else await performLetter(command.letter, command.rest, walk, news);
				isBusy = false;
				if (walk.handle !== handle) return 'switched';
				look();
			}
		}
	} catch (error) {
		if (!(error instanceof EndOfInput)) throw error;
		return 'left';
	} finally {
		stop();
	}
}
