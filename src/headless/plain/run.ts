import type { Screen } from '../../session/index.ts';
import { Conversation, EndOfInput } from './conversation.ts';
import { briefLine, oneLine } from './foreign.ts';
import { FollowedLog } from './followed-log.ts';
import type { PlainHost, PlainIo } from './host.ts';
import { commandOf, isLegalLetter, legalLetters, ofThisStep } from './letters.ts';
import { lookOn } from './look-on.ts';
import { type Menu, menuOf } from './menu.ts';
import { Ledger, outcomeText, type PlainOutcome } from './outcome.ts';
import { type After, performAction, performLetter } from './perform.ts';
import { isUnderWay } from './progress.ts';
import { renderPlain } from './tell/render.ts';
import { Told } from './told.ts';
import { News, waitFor } from './wait.ts';
import { Walk } from './walk.ts';

/**
 * The wizard as numbered questions, line by line, until the operator leaves or the input ends; either way the session
 * is kept. Closes the session and tells how to resume it.
 */
export async function runPlain(host: PlainHost, io: PlainIo): Promise<PlainOutcome> {
	const m = host.catalogue.plain;
	const talk = new Conversation(io);
	const walk = new Walk(host, talk, m);
	const ledger = new Ledger();
	talk.say(m.banner.start);
	const log = new FollowedLog(walk);
	const ranDry = await untilEnd(() => walkThrough(walk, ledger, log));
	log.end();
	const { handle, exported } = walk;
	const outcome = { ...ledger.outcome(handle), exported, ranDry, interrupted: io.isInterrupted() };
	await handle.close();
	talk.say(`\n${outcomeText(outcome, m)}`);
	return outcome;
}

/** Whether the input ended before the work did. */
async function untilEnd(work: () => Promise<void>): Promise<boolean> {
	try {
		await work();
		return false;
	} catch (error) {
		if (error instanceof EndOfInput) return true;
		throw error;
	}
}

async function walkThrough(walk: Walk, ledger: Ledger, log: FollowedLog): Promise<void> {
	let { handle } = walk;
	let news = new News(walk);
	let told = new Told();
	let last = '';
	let offered = '';
	for (let after: After = 'tell'; after !== 'leave';) {
		if (walk.handle !== handle) {
			handle = walk.handle;
			news = new News(walk);
			told = new Told();
			after = 'tell';
		}
		if (walk.host.isWatched(handle)) {
			if ((await lookOn(walk, news)) === 'switched') continue;
			return ledger.look(handle);
		}
		const end = walk.isStuck ? 'done' : await waitFor(() => !isUnderWay(walk.handle.screen(), walk.handle.events()), walk, news);
		if (end === 'broken') walk.giveUp();
		ledger.look(handle);
		const screen = handle.screen();
		if (after === 'tell') told.forget();
		told.enter(screen);
		const text = renderPlain(screen, { m: walk.m, sources: walk.sources, isTold: told.isTold });
		if (end !== 'leaving' && (after === 'tell' || text !== last)) {
			walk.talk.say(`\n${text}`);
			last = text;
			offered = '';
		}
		log.follow();
		log.tell();
		const menu = menuOf(screen, {
			m: walk.m,
			read: walk.read,
			isStuck: walk.isStuck,
			hasPractice: walk.host.practice.length > 0,
		});
		const choices = choicesText(menu, walk);
		walk.talk.say(choices === offered ? walk.m.menu.questionAgain(menu.fallback + 1) : menuText(choices, menu, screen, walk));
		offered = choices;
		after = await askOnce(menu, screen, walk, news);
	}
}

/** Does what is chosen. */
async function askOnce(menu: Menu, screen: Screen, walk: Walk, news: News): Promise<After> {
	const { talk, m } = walk;
	for (;;) {
		const command = commandOf(await talk.hear(), m);
		if (command.kind === 'letter') {
			if (isLegalLetter(command.letter, screen)) return performLetter(command.letter, command.rest, walk, news);
			talk.say(m.menu.notHere(command.letter));
		} else if (command.kind === 'unknown') {
			talk.say(m.menu.noSuchLetter(oneLine(command.text)));
		} else {
			const number = command.kind === 'enter' ? menu.fallback + 1 : command.number;
			const choice = menu.choices[number - 1];
			if (choice) {
				talk.say(m.menu.chosen(number, briefLine(choice.label)));
				return performAction(choice.action, walk, news);
			}
			talk.say(m.menu.noSuchChoice(String(number), menu.choices.length));
		}
	}
}

function choicesText(menu: Menu, { m }: Walk): string {
	return menu.choices
		.map(({ label, detail }, index) => `${index + 1}. ${detail === undefined ? label : m.welcome.symptom(label, detail)}`)
		.join('\n');
}

function menuText(choices: string, menu: Menu, screen: Screen, walk: Walk): string {
	return ['', choices, ...lettersTold(screen, walk), walk.m.menu.question(menu.fallback + 1)].join('\n');
}

/** All letters the first time; then those of this step alone, and those that are new. */
function lettersTold(screen: Screen, walk: Walk): readonly string[] {
	const { m, sources } = walk;
	const here = legalLetters(screen, sources.all().length > 0, m);
	const isFirst = walk.explains('letters');
	const shown = here.filter((letter) => walk.explains(`letter-${letter}`) || isFirst || ofThisStep.includes(letter));
	if (shown.length === 0) return [];
	const letters = shown.map((letter) => `${letter} ${m.letters[letter]}`).join(', ');
	return [isFirst ? m.menu.letters(letters) : m.menu.lettersHere(letters)];
}
