import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { sha256Of } from './hash.ts';
import { type JournalChain, seal } from './seal.ts';
import { tarEnd, tarHeader, tarPadding } from './tar.ts';

export const manifestName = 'MANIFEST.json';

export interface ArchiveEntry {
	/** Path within the archive, of at most 60 characters. */
	readonly name: string;
	readonly text: string;
}

type Files = Iterable<ArchiveEntry> | AsyncIterable<ArchiveEntry>;

/** What an archive holds, in its order. */
export interface Manifest {
	readonly kind: 'httpd-medic archive';
	readonly schema: 1;
	readonly session: string;
	readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
}

/**
 * A compressed tar archive, made while it is read, one file at a time in memory. All lies in a folder of the session's
 * name; the last file is a manifest with the hash of each. `at` is the time of all files, in seconds since 1970. Rejects
 * when `files` throws.
 */
export async function* archiveOf(files: Files, chain: JournalChain, at: number): AsyncGenerator<Uint8Array> {
	const gzip = createGzip({ level: 6 });
	const done = pipeline(Readable.from(tarOf(files, chain, at)), gzip);
	// Told by the stream, too, which is read first.
	done.catch(() => undefined);
	yield* gzip;
	await done;
}

async function* tarOf(files: Files, chain: JournalChain, at: number): AsyncGenerator<Buffer> {
	const folder = `httpd-medic-${chain.session}`;
	const entries: Manifest['files'][number][] = [];
	for await (const { name, text } of files) {
		const content = Buffer.from(text);
		entries.push({ name, bytes: content.length, sha256: sha256Of(content) });
		yield* fileOf(`${folder}/${name}`, content, at);
	}
	const manifest: Manifest = { kind: 'httpd-medic archive', schema: 1, session: chain.session, files: entries };
	const sealed = seal(`${JSON.stringify(manifest, null, 2)}\n`, 'json', chain);
	yield* fileOf(`${folder}/${manifestName}`, Buffer.from(sealed), at);
	yield tarEnd;
}

function* fileOf(name: string, content: Buffer, at: number): Generator<Buffer> {
	yield tarHeader(name, content.length, at);
	yield content;
	yield tarPadding(content.length);
}
