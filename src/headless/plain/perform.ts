import { askConsent, chooseConsent } from './dialogs/consent.ts';
import { askCopy } from './dialogs/copy.ts';
import { askDebug } from './dialogs/debug.ts';
import { askElsewhere } from './dialogs/elsewhere.ts';
import { askExport } from './dialogs/export.ts';
import { tellHelp } from './dialogs/help.ts';
import { askJump } from './dialogs/jump.ts';
import { askKnowledge, readArticle } from './dialogs/knowledge.ts';
import { askBundle, askPractice, askSession } from './dialogs/other-sessions.ts';
import { askOthers } from './dialogs/others.ts';
import { showOutput } from './dialogs/output.ts';
import { askPaste } from './dialogs/paste.ts';
import { askQuit } from './dialogs/quit.ts';
import { askNote, askOverride } from './dialogs/record.ts';
import { askRemedy } from './dialogs/remedy.ts';
import { searchAll } from './dialogs/search.ts';
import { askSearch, awaitSearch, stopSearch } from './dialogs/search-log.ts';
import { askWatch, awaitWatch } from './dialogs/watch.ts';
import type { Letter } from './letters.ts';
import type { Action } from './menu.ts';
import type { News } from './wait.ts';
import type { Walk } from './walk.ts';

/** What is to come after an action: the next question, the same page again, or nothing any more. */
export type After = 'ask' | 'tell' | 'leave';

export async function performAction(action: Action, walk: Walk, news: News): Promise<After> {
	switch (action.kind) {
		case 'send':
			await walk.send(action.intent);
			return 'ask';
		case 'practice':
			await askPractice(walk);
			return 'ask';
		case 'bundle':
			await askBundle(walk);
			return 'ask';
		case 'sessions':
			await askSession(walk);
			return 'ask';
		case 'fresh':
			await walk.switchTo(walk.host.startFresh);
			return 'ask';
		case 'export':
			await askExport('', walk);
			return 'ask';
		case 'quit':
			return (await askQuit(walk)) ? 'leave' : 'ask';
		case 'leave':
			return 'leave';
		case 'watch':
			await askWatch(walk, news);
			return 'ask';
		case 'await-watch':
			await awaitWatch(walk, news);
			return 'ask';
		case 'search-log':
			await askSearch(walk);
			return 'ask';
		case 'await-search':
			await awaitSearch(walk, news);
			return 'ask';
		case 'wait':
			walk.tryAgain();
			return 'ask';
		case 'knowledge':
			await askKnowledge(action.words, walk);
			return 'ask';
		case 'article':
			await readArticle(action.id, walk);
			return 'ask';
		case 'consent': {
			const { body } = walk.handle.screen();
			const item = body.kind === 'collect' ? body.items.find((each) => each.collector === action.collector) : undefined;
			if (item) await askConsent(item, walk);
			return 'ask';
		}
		case 'remedy':
			await askRemedy({ diagnosis: action.diagnosis, remedy: action.remedy, undo: action.undo }, walk, news);
			return 'ask';
	}
}

/** @param rest what followed the letter. */
export async function performLetter(letter: Letter, rest: string, walk: Walk, news: News): Promise<After> {
	const { talk, m } = walk;
	switch (letter) {
		case 'b':
			return performAction({ kind: 'send', intent: { type: 'back' } }, walk, news);
		case 's':
			return performAction({ kind: 'send', intent: { type: 'skip' } }, walk, news);
		case 'd':
			return performAction({ kind: 'send', intent: { type: 'answer', option: null } }, walk, news);
		case 'r':
			return performAction({ kind: 'send', intent: { type: 'repeat' } }, walk, news);
		case 'k':
			return performAction({ kind: 'knowledge', words: rest === '' ? null : rest }, walk, news);
		case 'q':
			return performAction({ kind: 'quit' }, walk, news);
		case 'c':
			await chooseConsent(rest, walk);
			return 'ask';
		case 'v':
			await askOverride(walk);
			return 'ask';
		case 'o':
			await showOutput(rest, walk);
			return 'ask';
		case 'p':
			await askPaste(rest, walk, news);
			return 'ask';
		case 'n':
			await askNote(rest, walk);
			return 'ask';
		case 'e':
			await askExport(rest, walk);
			return 'ask';
		case 'g':
			await askDebug(walk, news);
			return 'ask';
		case 'a':
			await askOthers(walk);
			return 'ask';
		case 'l':
			return 'tell';
		case 'f':
			await askSearch(walk);
			return 'ask';
		case 'x':
			if (walk.handle.screen().legal.has('stop-watch')) await walk.send({ type: 'stop-watch' });
			else if (walk.handle.screen().legal.has('stop-search')) await stopSearch(walk);
			else talk.say(m.menu.nothingRuns);
			return 'ask';
		case 'h':
			tellHelp(walk);
			return 'ask';
		case 'j':
			await askJump(rest, walk);
			return 'ask';
		case 't':
			await askElsewhere(walk);
			return 'ask';
		case 'y':
			await askCopy(rest, walk);
			return 'ask';
		case '/':
			await searchAll(rest, walk);
			return 'ask';
	}
}
