import { open, readFile } from 'node:fs/promises';
import { type SealCheck, checkHandOff, checkSeal, isAsWritten, readHandOff, verifyArchive } from '../store/index.ts';
import { Failure } from './failure.ts';
import { describeFault } from './hand-offs.ts';
import { compareWithJournal } from './sealing.ts';
import { language } from './language.ts';
import { messageOf } from './message-of.ts';

const m = language.cli.told.verify;

interface Told {
	readonly intact: boolean;
	readonly text: string;
}

/** Whether a hand-off, an export or an archive is as it was written; null where there is no such file. */
export async function verifyFile(path: string, base: string): Promise<Told | null> {
	const magic = await beginningOf(path).catch(() => null);
	if (magic === null) return null;
	if (magic === '1f8b') return withJournal(path, await verifyArchive(path), base);
	const bytes = await readFile(path);
	const handOff = verifyHandOff(path, bytes);
	if (handOff !== null) return handOff;
	const check = checkSeal(bytes);
	if (check !== null) return withJournal(path, check, base);
	throw new Failure(m.noSeal(path));
}

async function beginningOf(path: string): Promise<string> {
	const handle = await open(path, 'r');
	try {
		const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
		return buffer.toString('hex', 0, bytesRead);
	} finally {
		await handle.close();
	}
}

function verifyHandOff(path: string, bytes: Buffer): Told | null {
	const text = bytes.toString('utf8');
	const file = readHandOff(text);
	if (file === null) return null;
	const { events, seal, fault } = checkHandOff(file);
	const isSame = Buffer.from(text).equals(bytes) && isAsWritten(file, text);
	const layout = isSame ? '' : `${m.layout}\n`;
	const first = fault === null ? layout : `${describeFault(fault)}\n`;
	const good = `${m.intact(path, events.length, seal)}\n`;
	const from = `${m.madeOf(file.original.events, file.original.seal)}\n`;
	return { intact: first === '', text: `${first}${good}${from}` };
}

async function withJournal(path: string, check: SealCheck, base: string): Promise<Told> {
	if (check.fault !== null) return { intact: false, text: `${m.file(path, messageOf(check.fault))}.\n` };
	const made = `${m.sealed(path, check.events, check.session, check.journal)}\n`;
	const journal = await compareWithJournal(base, check);
	return { intact: journal?.intact !== false, text: `${made}${journal?.text ?? ''}` };
}
