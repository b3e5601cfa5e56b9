import { EndOfInput } from './conversation.ts';
import { renderPlain } from './tell/render.ts';
import { Told } from './told.ts';
import type { Walk } from './walk.ts';
import { Warnings } from './warnings.ts';

/** Tells each step of a session that somebody else works in, as it comes, until a line is typed or the input ends. */
export async function lookOn(walk: Walk): Promise<void> {
	const { handle, talk, m, sources } = walk;
	const warnings = new Warnings(walk);
	const told = new Told();
	let last = '';
	const look = (): void => {
		warnings.tell();
		const screen = handle.screen();
		told.enter(screen);
		const text = renderPlain(screen, { m, sources, isTold: told.isTold });
		if (text === last) return;
		last = text;
		talk.say(`\n${text}\n${m.others.lookingOn}`);
	};
	const stop = handle.subscribe(look);
	look();
	try {
		await talk.hear();
	} catch (error) {
		if (!(error instanceof EndOfInput)) throw error;
	} finally {
		stop();
	}
}
