import { basename } from 'node:path';
import type { ExportKind, Waiting } from '../engine/door-host.ts';
import { writeExport } from '../store/index.ts';
import type { TranscriptParts } from '../transcript/index.ts';
import { workerFor } from './in-pieces.ts';
import { chainOf, sealExport } from './sealing.ts';
import { everything, evidenceBytes, exportWithReport, extensionOf } from './transcripts.ts';
import { writeArchive } from './write-archive.ts';

/** The exports that one run of the wizard writes beside all else. */
export class SessionExports {
	readonly #left = new AbortController();
	readonly #open = new Set<Promise<unknown>>();

	/**
	 * Writes a file into the working directory in pieces: keys are answered in between. Resolves to its path; where nobody
	 * waits any more it rejects, and nothing of the file is left.
	 * @param directory of the session, whose name is the session's.
	 */
	async write(parts: TranscriptParts, directory: string, kind: ExportKind, { signal, tell }: Waiting): Promise<string> {
		const waiting = { signal: AbortSignal.any([signal, this.#left.signal]), tell };
		const written = writeInto(`${process.cwd()}/httpd-medic-${basename(directory)}`, parts, directory, kind, waiting);
		this.#open.add(written);
		try {
			return await written;
		} finally {
			this.#open.delete(written);
		}
	}

	/** Resolves when those under way have ended and taken away what they had begun. */
	async giveUp(): Promise<void> {
		this.#left.abort();
		await Promise.allSettled(this.#open);
	}
}

async function writeInto(
	name: string,
	parts: TranscriptParts,
	directory: string,
	kind: ExportKind,
	waiting: Waiting,
): Promise<string> {
	const chain = await chainOf(directory);
	const bytes = evidenceBytes(parts);
	if (kind === 'archive') {
		const worker = workerFor(waiting, 2 * bytes);
		const path = `${name}.tar.gz`;
		await writeArchive(path, parts, { ...everything, format: 'markdown' }, chain, { overwrite: true, worker });
		return path;
	}
	const { text } = await exportWithReport(parts, { ...everything, format: kind }, workerFor(waiting, bytes));
	const path = `${name}.${extensionOf[kind]}`;
	await writeExport(path, sealExport(text, kind, chain), { overwrite: true });
	return path;
}
