import { posix } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { problemOf } from '../catalogue/index.ts';
import type { PackedFile } from './memory-tree.ts';
import { TargetError } from './target-error.ts';

const blockBytes = 512;
/** More than this is not held in memory; a few kilobytes can be made to unpack to any size. */
const unpackedBytes = 1024 * 1024 * 1024;

/**
 * The regular files of a gzip-compressed tar archive (ustar, GNU or pax), by absolute path. Whether the archive was
 * packed with or without an enclosing folder does not matter: with one, each file has both names. Rejects with an
 * error that says what is wrong with the archive.
 */
export async function readTar(packed: Buffer): Promise<ReadonlyMap<string, PackedFile>> {
	const files = [...entriesOf(await promisify(gunzip)(packed, { maxOutputLength: unpackedBytes }))];
	const tops = new Set(files.map(([path]) => path.split('/')[1]));
	const inner = tops.size === 1 ? files.map(([path, file]) => [path.slice(path.indexOf('/', 1)), file] as const) : [];
	return new Map([...inner.filter(([path]) => path.startsWith('/')), ...files]);
}

function* entriesOf(tar: Buffer): Generator<readonly [string, PackedFile]> {
	let longName: string | null = null;
	for (let at = 0; at + blockBytes <= tar.length;) {
		const header = tar.subarray(at, at + blockBytes);
		if (header.every((byte) => byte === 0)) return;
		if (!checksumHolds(header)) throw new TargetError('unreachable', problemOf('failed', 'noTar'));
		const size = octal(header, 124, 12);
		const start = at + blockBytes;
		if (start + size > tar.length) throw new TargetError('unreachable', problemOf('failed', 'tarCutOff'));
		const bytes = tar.subarray(start, start + size);
		at = start + Math.ceil(size / blockBytes) * blockBytes;
		const type = String.fromCharCode(header[156] ?? 0);
		if (type === 'L') longName = words(bytes, 0, bytes.length);
		else if (type === 'x') longName = paxPath(bytes) ?? longName;
		else {
			const path = absolute(longName ?? headerName(header));
			longName = null;
			if ((type === '0' || type === '\0') && path) yield [path, { bytes, modifiedAt: octal(header, 136, 12) }];
		}
	}
}

function headerName(header: Buffer): string {
	const prefix = words(header, 257, 5) === 'ustar' && header[262] === 0 ? words(header, 345, 155) : '';
	const name = words(header, 0, 100);
	return prefix === '' ? name : `${prefix}/${name}`;
}

/** null for a name that would lead out of the archive. */
function absolute(name: string): string | null {
	return name.split('/').includes('..') ? null : posix.join('/', name);
}

function paxPath(bytes: Buffer): string | null {
	return /^\d+ path=(.*)$/m.exec(bytes.toString('utf8'))?.[1] ?? null;
}

function words(bytes: Buffer, from: number, length: number): string {
	const field = bytes.subarray(from, from + length);
	const end = field.indexOf(0);
	return field.subarray(0, end === -1 ? length : end).toString('utf8');
}

function octal(header: Buffer, from: number, length: number): number {
	const value = Number.parseInt(words(header, from, length).trim(), 8);
	if (Number.isNaN(value)) throw new TargetError('unreachable', problemOf('failed', 'tarNumber'));
	return value;
}

function checksumHolds(header: Buffer): boolean {
	return checksum(header) === Number.parseInt(words(header, 148, 8).trim(), 8);
}

/** The sum of the header's bytes, its own field counted as blanks. */
function checksum(header: Buffer): number {
	return header.reduce((sum, byte, index) => sum + (index >= 148 && index < 156 ? 0x20 : byte), 0);
}
