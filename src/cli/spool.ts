import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LongText, piecesOf } from '../domain/index.ts';

/** Bytes that are kept on disk instead of in memory, in a file without a name that goes with the program. */
export interface Spool {
	/** Throws where the disk does not take them. */
	readonly add: (bytes: Uint8Array) => void;
	readonly text: LongText;
	readonly close: () => void;
}

/** Throws where there is no folder for temporary files. */
export function createSpool(): Spool {
	const folder = mkdtempSync(join(tmpdir(), 'httpd-medic-'));
	try {
		const path = join(folder, 'input');
		const file = openSync(path, 'wx+', 0o600);
		return {
			add: (bytes) => {
				for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done, bytes.length - done);
			},
			text: { pieces: () => piecesOf((into, position) => readSync(file, into, 0, into.length, position)) },
			close: () => closeSync(file),
		};
	} finally {
		rmSync(folder, { recursive: true });
	}
}
