import { basename, join } from 'node:path';
import { type JournalChain, readJournal, type SealStyle, seal } from '../store/index.ts';
import type { ExportFormat } from '../transcript/index.ts';
import { language } from './language.ts';

const m = language.cli.told.verify;

const styles: Readonly<Record<ExportFormat, SealStyle>> = {
	markdown: 'html',
	html: 'html',
	json: 'json',
	text: 'line',
	asciicast: 'hash',
	summary: 'line',
};

/** The journal of a session that is on this machine. */
export async function chainOf(directory: string): Promise<JournalChain> {
	return { session: basename(directory), hashes: (await readJournal(directory)).hashes };
}

/** An export with a seal, by which `verify` tells whether it was changed. */
export function sealExport(text: string, format: ExportFormat, chain: JournalChain): string {
	return seal(text, styles[format], chain);
}

/**
 * Holds the journal that a file says it was made of against the one of that session on this machine, in words. null where
 * there is none to hold it against: another one, such as of a hand-off that was opened here, differs from its first event on.
 */
export async function compareWithJournal(
	base: string,
	made: { readonly session: string; readonly events: number; readonly journal: string; readonly chain: readonly string[] | null },
): Promise<{ readonly intact: boolean; readonly text: string } | null> {
	if (!/^[0-9a-z-]+$/.test(made.session)) return null;
	const here = await chainOf(join(base, made.session)).catch(() => null);
	if (here === null || (made.chain !== null && made.chain[0] !== here.hashes[0])) return null;
	if (here.hashes[made.events - 1] === made.journal) {
		return { intact: true, text: `${m.sameJournal(made.session)}\n` };
	}
	const first = made.chain?.findIndex((hash, index) => hash !== here.hashes[index]) ?? -1;
	return { intact: false, text: `${m.otherJournal(made.session, first === -1 ? null : first + 1)}\n` };
}
