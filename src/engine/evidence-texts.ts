import type { BlobStore, Evidence, StoredText } from '../domain/index.ts';
import { LineIndex } from './line-index.ts';

/** Characters of evidence that stay in memory; one text may be longer. */
const mostCharacters = 16 << 20;

/**
 * Texts of a session's evidence by its id. Those used last are in memory, as many as fit; the others are read from the
 * store when they are asked for, so that memory does not grow with the evidence.
 */
export class EvidenceTexts {
	readonly #blobs: BlobStore;
	readonly #most: number;
	readonly #hashes = new Map<string, string>();
	/** The one used last comes last. */
	readonly #kept = new Map<string, string>();
	/** Those that are never in memory as a whole, unless somebody asks for that. */
	readonly #long = new Map<string, StoredText>();
	#indexed: { readonly id: string; readonly lines: LineIndex } | null = null;
	#characters = 0;

	constructor(blobs: BlobStore, most = mostCharacters) {
		this.#blobs = blobs;
		this.#most = most;
	}

	/** Reads the texts that are not known yet; answers the ids of those that are lost, which are empty from now on. */
	async load(evidence: readonly Pick<Evidence, 'id' | 'sha256'>[]): Promise<readonly string[]> {
		const lost: string[] = [];
		for (const { id, sha256 } of evidence) {
			if (this.#hashes.has(id)) continue;
			const text = await this.#blobs.get(sha256).catch(() => null);
			if (text === null) lost.push(id);
			this.keep(id, sha256, text ?? '');
		}
		return lost;
	}

	/** A text that is in the store. */
	keep(id: string, sha256: string, text: string): void {
		this.#drop(id);
		this.#hashes.set(id, sha256);
		this.#kept.set(id, text);
		this.#characters += text.length;
		this.#makeRoom(id);
	}

	/** A text that stays in the store. */
	keepLong(id: string, text: StoredText): void {
		this.#hashes.set(id, text.sha256);
		this.#long.set(id, text);
	}

	#makeRoom(last: string | null): void {
		for (const oldest of this.#kept.keys()) {
			if (this.#characters <= this.#most || oldest === last) break;
			this.#drop(oldest);
		}
	}

	/** Empty for evidence that is not known, or whose text is lost. */
	of(id: string): string {
		const sha256 = this.#hashes.get(id);
		if (sha256 === undefined) return '';
		const kept = this.#kept.get(id);
		// A long one makes room before the next is read.
		if (kept === undefined) this.#makeRoom(null);
		const text = kept ?? this.#stored(sha256);
		this.keep(id, sha256, text);
		return text;
	}

	/** Lines of a text, counted from 1, without the last line end. */
	lines(id: string, firstLine: number, lastLine: number): string {
		const long = this.#long.get(id);
		if (long) return long.linesOf(firstLine, lastLine);
		if (this.#indexed?.id !== id) this.#indexed = { id, lines: new LineIndex(this.of(id)) };
		return this.#indexed.lines.of(firstLine, lastLine);
	}

	#stored(sha256: string): string {
		try {
			return this.#blobs.read(sha256);
		} catch {
			return '';
		}
	}

	#drop(id: string): void {
		this.#characters -= this.#kept.get(id)?.length ?? 0;
		this.#kept.delete(id);
	}
}
