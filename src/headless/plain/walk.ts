import type { Intent } from '../../domain/index.ts';
import type { SessionHandle } from '../../engine/handle.ts';
import type { Conversation } from './conversation.ts';
import { hiddenLine } from './foreign.ts';
import type { ExportKind } from '../../engine/door-host.ts';
import type { PlainHost } from './host.ts';
import { type PlainMessages, tellError } from '../../catalogue/index.ts';
import { longWork } from './long-work.ts';
import { createSources, type Sources } from './sources.ts';

/** One run of the plain wizard: the present session, and what has been told and done so far. */
export class Walk {
	readonly host: PlainHost;
	readonly talk: Conversation;
	readonly m: PlainMessages;
	readonly read = new Set<string>();
	readonly #explained = new Set<string>();
	#handle: SessionHandle;
	#sources: Sources;
	#exported: string | null = null;
	#isStuck = false;

	constructor(host: PlainHost, talk: Conversation, m: PlainMessages) {
		this.host = host;
		this.talk = talk;
		this.m = m;
		this.#handle = host.session;
		this.#sources = createSources(host.session);
	}

	get handle(): SessionHandle {
		return this.#handle;
	}

	get sources(): Sources {
		return this.#sources;
	}

	/** Path of the last export of the present session. */
	get exported(): string | null {
		return this.#exported;
	}

	/** The last thing asked for was refused. */
	get isStuck(): boolean {
		return this.#isStuck;
	}

	/** Whether something is to be told in full: only the first time. */
	explains(what: string): boolean {
		const isNew = !this.#explained.has(what);
		this.#explained.add(what);
		return isNew;
	}

	/** Enter alone leads out from now on, until something succeeds. */
	giveUp(): void {
		this.#isStuck = true;
	}

	/** Enter alone leads on again. */
	tryAgain(): void {
		this.#isStuck = false;
	}

	/** Whether the session took it; a refusal is told. */
	send(intent: Intent): Promise<boolean> {
		return this.attempt(() => this.#handle.send(intent));
	}

	/** Goes on in another session and closes the present one. */
	async switchTo(open: () => Promise<SessionHandle>): Promise<void> {
		await this.attempt(async () => {
			const next = await open();
			const before = this.#handle;
			if (next === before) return;
			this.#handle = next;
			this.#sources = createSources(next);
			this.#exported = null;
			await before.close();
		});
	}

	/** Tells where the report was written. */
	async exportAs(format: ExportKind): Promise<void> {
		await this.attempt(async () => {
			const words = { at: this.m.export.written, givenUp: this.m.export.givenUp };
			const path = await longWork(this, words, (waiting) => this.host.exportSession(this.#handle, format, waiting));
			if (path === null) return;
			this.#exported = path;
			this.talk.say(this.m.export.done(path));
		});
	}

	/** Whether it succeeded; a failure is told. */
	async attempt(work: () => Promise<void>): Promise<boolean> {
		try {
			await work();
			this.#isStuck = false;
			return true;
		} catch (error) {
			this.#isStuck = true;
			this.talk.say(this.m.menu.refused(hiddenLine(tellError(error, this.m.problems))));
			return false;
		}
	}
}
