const block = 512;
/** Of a file: readable by its owner only. */
const mode = '0000600';
const ownerless = '0000000';

/** A file of an archive: the header, in the format ustar. Throws for a name that does not fit. */
export function tarHeader(name: string, bytes: number, at: number): Buffer {
	const header = Buffer.alloc(block);
	if (Buffer.byteLength(name) > 100) throw new Error(`${name} is too long a name for an archive`);
	header.write(name, 0);
	header.write(`${mode}\0${ownerless}\0${ownerless}\0`, 100);
	header.write(`${octal(bytes, 11)}\0${octal(at, 11)}\0        0`, 124);
	header.write('ustar\x0000', 257);
	header.write(`${octal(sumOf(header), 6)}\0 `, 148);
	return header;
}

function octal(value: number, digits: number): string {
	return Math.max(0, Math.floor(value)).toString(8).padStart(digits, '0');
}

function sumOf(header: Buffer): number {
	return header.reduce((sum, byte) => sum + byte, 0);
}

/** What follows a file of so many bytes, up to the next header. */
export function tarPadding(bytes: number): Buffer {
	return Buffer.alloc((block - (bytes % block)) % block);
}

/** What follows the last file. */
export const tarEnd = Buffer.alloc(2 * block);

/** A part of an archive that is read. */
export type TarPart =
	| { readonly kind: 'file'; readonly name: string; readonly bytes: number; readonly at: number }
	| { readonly kind: 'data'; readonly data: Buffer }
	/** It is none of an archive as this program writes them. */
	| { readonly kind: 'fault' };

/** Reads an archive piece by piece. Total: what is not as `tarHeader` and the others write it is a fault, and the last part. */
export async function* readTar(chunks: AsyncIterable<Buffer>): AsyncGenerator<TarPart> {
	let held: Buffer = Buffer.alloc(0);
	let left = 0;
	let padding = 0;
	let ended = false;
	for await (const chunk of chunks) {
		held = Buffer.concat([held, chunk]);
		for (;;) {
			const size = left > 0 ? Math.min(left, held.length) : padding > 0 ? padding : block;
			if (held.length < size || size === 0) break;
			const piece = held.subarray(0, size);
			held = held.subarray(size);
			if (left > 0) {
				left -= size;
				yield { kind: 'data', data: piece };
			} else if (padding > 0) {
				if (!isZero(piece)) return yield { kind: 'fault' };
				padding = 0;
			} else if (isZero(piece)) ended = true;
			else {
				const file = ended ? null : fileOf(piece);
				if (file === null) return yield { kind: 'fault' };
				left = file.bytes;
				padding = tarPadding(file.bytes).length;
				yield { kind: 'file', ...file };
			}
		}
	}
	if (!ended || held.length > 0 || left > 0) yield { kind: 'fault' };
}

function fileOf(header: Buffer): { readonly name: string; readonly bytes: number; readonly at: number } | null {
	const end = header.indexOf(0);
	const name = header.toString('utf8', 0, end === -1 || end > 100 ? 100 : end);
	const bytes = Number.parseInt(header.toString('latin1', 124, 135), 8);
	const at = Number.parseInt(header.toString('latin1', 136, 147), 8);
	if (Number.isNaN(bytes) || Number.isNaN(at) || Buffer.byteLength(name) > 100) return null;
	return tarHeader(name, bytes, at).equals(header) ? { name, bytes, at } : null;
}

function isZero(bytes: Buffer): boolean {
	return bytes.every((byte) => byte === 0);
}
