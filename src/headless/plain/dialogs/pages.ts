import { oneLine } from '../foreign.ts';
import { commandOf } from '../letters.ts';
import type { Walk } from '../walk.ts';
import { copyText } from './copy.ts';
import { type Motion, motionOf } from './motion.ts';
import { linesWith, nextOf, type PagedText } from './paged-text.ts';

const pageLines = 20;
/** Lines with a text that are told at once. */
const mostListed = 100;
/** Numbers of lines that are named. */
const mostNamed = 20;

/** Reads a text 20 lines at a time. Who only types Enter comes to its end and is done; who jumps about says when it is enough. */
class Reader {
	readonly #text: PagedText;
	readonly #walk: Walk;
	/** First line of the present page. */
	#first: number;
	/** The page was jumped to: its first line is the one at hand. */
	#isJump: boolean;
	#query = '';
	/** Lines with it; null until they are asked for. */
	#found: readonly number[] | null = null;

	constructor(text: PagedText, walk: Walk, from: number) {
		this.#text = text;
		this.#walk = walk;
		this.#first = from;
		this.#isJump = from > 1;
	}

	async read(): Promise<void> {
		const { talk, m } = this.#walk;
		const { count, told } = this.#text;
		for (;;) {
			const last = this.#last;
			talk.say(Array.from({ length: Math.max(0, last - this.#first + 1) }, (_, index) => told(this.#first + index)).join('\n'));
			if (last >= count) talk.say(m.pages.end(count));
			if (last >= count && !this.#isJump) return;
			if (!(await this.#moved())) return;
		}
	}

	get #last(): number {
		return Math.min(this.#text.count, this.#first + pageLines - 1);
	}

	/** Asks until there is another page to tell; false where it is enough. */
	async #moved(): Promise<boolean> {
		const { talk, m } = this.#walk;
		for (;;) {
			const [first, last, all] = [this.#first, this.#last, this.#text.count];
			talk.say(this.#walk.explains('pages') ? m.pages.ask(first, last, all) : m.pages.more(first, last, all));
			const motion = motionOf(await talk.hear());
			if (motion.kind === 'leave' || (motion.kind === 'on' && last >= all)) return false;
			if (motion.kind === 'other' && commandOf(motion.text, m).kind === 'letter') {
				// Meant for the step behind the text.
				talk.unhear(motion.text);
				return false;
			}
			const line = this.#target(motion);
			if (line === null) continue;
			this.#first = line;
			this.#isJump = motion.kind !== 'on';
			return true;
		}
	}

	/** The line to go on at; null where the answer is all that there is. */
	#target(motion: Motion): number | null {
		const { talk, m } = this.#walk;
		const { count, bare, command } = this.#text;
		switch (motion.kind) {
			case 'on':
				return this.#last + 1;
			case 'line':
				if (motion.line >= 1 && motion.line <= count) return motion.line;
				talk.say(m.pages.noSuchLine(motion.line, count));
				return null;
			case 'search':
				this.#seek(motion.text);
				return this.#hit(1);
			case 'list':
				this.#seek(motion.text);
				this.#tellAll();
				return null;
			case 'hit':
				return this.#query === '' ? this.#mark(motion.step) : this.#hit(motion.step);
			case 'mark':
				return this.#mark(motion.step);
			case 'copy':
				copyText(bare(motion.line ?? this.#lineAtHand), 'line', this.#walk);
				return null;
			case 'command':
				copyText(command, 'command', this.#walk);
				return null;
			case 'help':
				talk.say(m.pages.help.join('\n'));
				return null;
			case 'leave':
			case 'other':
				talk.say(m.pages.unknown(oneLine(motion.kind === 'other' ? motion.text : '')));
				return null;
		}
	}

	/** The one that was jumped to, else the first marked one of the page. */
	get #lineAtHand(): number {
		const marked = this.#text.marks.find((line) => line >= this.#first && line <= this.#last);
		return this.#isJump ? this.#first : (marked ?? this.#first);
	}

	#seek(text: string): void {
		this.#query = text;
		this.#found = null;
	}

	get #hits(): readonly number[] {
		this.#found ??= linesWith(this.#query, this.#text);
		return this.#found;
	}

	#hit(step: 1 | -1): number | null {
		const { talk, m } = this.#walk;
		const found = this.#hits;
		const named = oneLine(this.#query);
		if (found.length === 0) talk.say(m.pages.notFound(named));
		else talk.say(m.pages.found(named, found.length, found.slice(0, mostNamed)));
		return nextOf(found, this.#first, step);
	}

	#mark(step: 1 | -1): number | null {
		const { talk, m } = this.#walk;
		const { marks } = this.#text;
		if (marks.length === 0) talk.say(m.pages.noMark);
		// What was told of a page that was only turned to has been heard.
		return nextOf(marks, this.#isJump || step === -1 ? this.#first : this.#last, step);
	}

	#tellAll(): void {
		const { talk, m } = this.#walk;
		const found = this.#hits;
		const named = oneLine(this.#query);
		if (found.length === 0) return talk.say(m.pages.notFound(named));
		const rest = found.length - mostListed;
		talk.say(
			[
				m.pages.holding(named, found.length),
				...found.slice(0, mostListed).map((line) => m.collect.line(line, this.#text.bare(line))),
				...(rest > 0 ? [m.pages.moreHolding(rest)] : []),
			].join('\n'),
		);
	}
}

/** @param from the line to begin at, counted from 1. */
export function readPages(text: PagedText, walk: Walk, from = 1): Promise<void> {
	return new Reader(text, walk, from).read();
}
