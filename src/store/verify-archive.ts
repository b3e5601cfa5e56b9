import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { causeOf, problemFor, problemOf } from '../catalogue/index.ts';
import type { Problem } from '../domain/index.ts';
import { type Manifest, manifestName } from './archive.ts';
import { checkSeal, type SealCheck } from './seal.ts';
import { readTar } from './tar.ts';
import { parseJson } from './json.ts';

const largestManifest = 16 << 20;

interface Found {
	readonly name: string;
	readonly bytes: number;
	readonly hash: Hash;
}

/** Checks a compressed archive, one piece at a time in memory. Rejects when the file cannot be read. */
export async function verifyArchive(path: string): Promise<SealCheck> {
	const { found, manifest, fault } = await readArchive(path);
	const check = manifest === null ? null : checkSeal(manifest);
	const none = { session: '', events: 0, journal: '', chain: null };
	if (check === null) return { ...none, fault: fault ?? problemOf('failed', 'manifestGone', { name: manifestName }) };
	if (check.fault !== null) {
		const causes = [causeOf('manifestChanged', { name: manifestName }), ...(check.fault.causes ?? [])];
		return { ...check, fault: problemFor('failed', causes) };
	}
	const written = parseJson(manifest?.toString('utf8') ?? '');
	// Anybody can seal a file: its seal does not tell that it is a manifest.
	if (!isManifest(written)) return { ...check, fault: problemOf('failed', 'manifestGone', { name: manifestName }) };
	const { files } = written;
	const changed = files.findIndex(({ name, bytes, sha256 }, index) => {
		const own = found[index];
		return own === undefined || own.name !== name || own.bytes !== bytes || own.hash.digest('hex') !== sha256;
	});
	const first = files[changed]?.name ?? (found.length > files.length ? found[files.length]?.name : undefined);
	return { ...check, fault: first === undefined ? fault : problemOf('failed', 'fileChanged', { name: first }) };
}

function isManifest(value: unknown): value is Pick<Manifest, 'files'> {
	if (typeof value !== 'object' || value === null || !('files' in value) || !Array.isArray(value.files)) return false;
	return value.files.every((each: unknown) => typeof each === 'object' && each !== null && 'name' in each && 'sha256' in each);
}

async function readArchive(path: string) {
	const found: Found[] = [];
	const kept: Buffer[] = [];
	let isKept = false;
	let hasManifest = false;
	let fault: Problem | null = null;
	const broken = problemOf('failed', 'archiveBroken');
	const gunzip = createGunzip();
	const done = pipeline(createReadStream(path), gunzip);
	done.catch(() => undefined);
	try {
		for await (const part of readTar(gunzip)) {
			if (part.kind === 'fault' || (part.kind === 'file' && hasManifest)) fault = broken;
			else if (part.kind === 'file') {
				const name = part.name.slice(part.name.indexOf('/') + 1);
				isKept = name === manifestName && part.bytes <= largestManifest;
				hasManifest ||= isKept;
				if (!isKept) found.push({ name, bytes: part.bytes, hash: createHash('sha256') });
			} else if (isKept) kept.push(Buffer.from(part.data));
			else found.at(-1)?.hash.update(part.data);
		}
		await done;
	} catch (error) {
		// What cannot be read at all is no archive that was changed.
		if (error instanceof Error && 'syscall' in error) throw error;
		fault = broken;
	}
	return { found, manifest: hasManifest ? Buffer.concat(kept) : null, fault };
}
