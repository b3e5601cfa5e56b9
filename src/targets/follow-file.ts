import { type FSWatcher, watch } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** What came to a file since the last time. */
export interface Growth {
	/** Whole lines, without their newlines. */
	readonly lines: readonly string[];
	/** `rotated`: another file has its name now. `cut`: it was emptied and begins anew. */
	readonly change: 'rotated' | 'cut' | null;
	/** Bytes that were left out because too many came at once. */
	readonly skipped: number;
}

/** Several writes in a row are one growth. */
const settleMs = 100;
/** Network file systems tell of no writes: there one look in this time must do. */
const lookEveryMs = 2000;
const mostBytes = 1 << 20;
/** An unfinished line is waited for up to this length. */
const longestLine = 64 * 1024;

/**
 * Follows a file from its present end, through rotation and truncation, until the returned function is called. The kernel
 * tells of writes, so that a silent file costs one look in two seconds. A file that does not exist is waited for.
 */
export function followFile(path: string, onGrowth: (growth: Growth) => void): () => void {
	const follower = new Follower(path, onGrowth);
	let timer: NodeJS.Timeout | undefined;
	let isSoon = false;
	const lookIn = (milliseconds: number): void => {
		clearTimeout(timer);
		timer = setTimeout(() => void look(), milliseconds).unref();
	};
	const look = async (): Promise<void> => {
		isSoon = false;
		await follower.look();
		if (!follower.isOver && !isSoon) lookIn(lookEveryMs);
	};
	const wake = (): void => {
		// Never put off: a log that is written to without a pause would not be looked at.
		if (isSoon) return;
		isSoon = true;
		lookIn(settleMs);
	};
	const watcher = watchFolder(dirname(path), wake);
	lookIn(0);
	return () => {
		follower.end();
		watcher?.close();
		clearTimeout(timer);
	};
}

/** Of the folder, because a watch on the file goes away with it when it is rotated. */
function watchFolder(folder: string, wake: () => void): FSWatcher | null {
	try {
		return watch(folder, { persistent: false }, wake).on('error', () => undefined);
	} catch {
		// No folder yet, or no watches left: the slow look goes on.
		return null;
	}
}

class Follower {
	isOver = false;
	readonly #path: string;
	readonly #onGrowth: (growth: Growth) => void;
	#file: FileHandle | null = null;
	#inode = 0;
	#position = 0;
	#unfinished: Buffer = Buffer.alloc(0);
	#isFirst = true;
	#looking: Promise<void> = Promise.resolve();

	constructor(path: string, onGrowth: (growth: Growth) => void) {
		this.#path = path;
		this.#onGrowth = onGrowth;
	}

	/** One look after the other; never rejects. */
	look(): Promise<void> {
		this.#looking = this.#looking.then(() => this.#look()).catch(() => undefined);
		return this.#looking;
	}

	end(): void {
		this.isOver = true;
		void this.#looking.finally(() => this.#file?.close());
	}

	async #look(): Promise<void> {
		if (this.isOver) return;
		const now = await stat(this.#path).catch(() => null);
		if (this.#file && now?.ino !== this.#inode) {
			// What was written before it was renamed is still to be read.
			await this.#read(this.#file, null);
			if (now === null) return;
			await this.#file.close();
			this.#file = null;
			this.#unfinished = Buffer.alloc(0);
		}
		if (now === null) {
			this.#isFirst = false;
			return;
		}
		const isNew = this.#file === null;
		this.#file ??= await open(this.#path, 'r');
		if (isNew) {
			const { ino, size } = await this.#file.stat();
			this.#inode = ino;
			this.#position = this.#isFirst ? size : 0;
			const change = this.#isFirst ? null : 'rotated';
			this.#isFirst = false;
			await this.#read(this.#file, change);
		} else await this.#read(this.#file, null);
	}

	async #read(file: FileHandle, told: Growth['change']): Promise<void> {
		const { size } = await file.stat();
		const isCut = size < this.#position;
		if (isCut) {
			this.#position = 0;
			this.#unfinished = Buffer.alloc(0);
		}
		const change = told ?? (isCut ? 'cut' : null);
		const skipped = Math.max(0, size - this.#position - mostBytes);
		if (skipped > 0) this.#unfinished = Buffer.alloc(0);
		this.#position += skipped;
		const bytes = Buffer.allocUnsafe(Math.max(0, size - this.#position));
		const { bytesRead } = await file.read(bytes, 0, bytes.length, this.#position);
		this.#position += bytesRead;
		const lines = this.#linesOf(bytes.subarray(0, bytesRead), skipped > 0);
		if (!this.isOver && (lines.length > 0 || change !== null || skipped > 0)) this.#onGrowth({ lines, change, skipped });
	}

	/** What was skipped ends within a line, of which the rest is none. */
	#linesOf(bytes: Buffer, isBroken: boolean): readonly string[] {
		const all = Buffer.concat([this.#unfinished, bytes]);
		const end = all.lastIndexOf(0x0a) + 1;
		const rest = all.subarray(end);
		this.#unfinished = rest.length > longestLine ? Buffer.alloc(0) : Buffer.from(rest);
		const lines = all
			.subarray(0, end)
			.toString('utf8')
			.split('\n')
			.slice(isBroken ? 1 : 0, -1);
		// Zeros stand before the first line of a log that was cut while httpd wrote on.
		return lines.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line)).map((line) => line.replace(/^\0+/, ''));
	}
}
