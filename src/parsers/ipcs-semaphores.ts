import type { Line } from './lines.ts';

/** One semaphore set as `ipcs` lists it; null where the listing has no such column. */
export interface SemaphoreSet {
	readonly semid: number;
	readonly owner: string;
	/** As printed: octal digits, or letters on BSD, Solaris and in `lsipc`. */
	readonly perms: string | null;
	readonly nsems: number | null;
	readonly key: string | null;
	readonly line: number;
}

export interface SemaphoreTables {
	readonly sets: readonly SemaphoreSet[];
	/** Lines that show that a semaphore table was printed, empty or not. */
	readonly tableLines: readonly number[];
}

type Columns =
	| 'key-id-owner-perms-nsems'
	| 'key-id-perms-owner-nsems'
	| 'id-perms-creator-owner'
	| 'id-owner-times'
	| 'foreign'
	| 'none';

/** The word for semaphore in the languages that util-linux is translated into. */
const semaphoreWord = /semaf|semaph|sémaph|szemafor|семафор|セマフォ|세마포|信号|信號|旗號/iu;
const heading = /^-{3,}[\s-]*([^\s-].*?)[\s-]*-{2,}[\s-]*$/;
const typedHeader = /^T\s+ID\s+KEY\s+MODE\s+OWNER\s+GROUP\b/;

/** What a header of columns announces, read from the names that no translation changes and from positions. */
function columnsOf(text: string): Columns | undefined {
	const words = text.toLowerCase().split(/\s+/);
	if (words.includes('otime') || /=/.test(text)) return undefined;
	if (words.some((word) => word === 'shmid' || word === 'msqid')) return 'foreign';
	const id = words.findIndex((word) => word.includes('semid'));
	if (id === 0) return words.length >= 6 && words.includes('cuid') ? 'id-perms-creator-owner' : 'id-owner-times';
	if (id === 1) return 'key-id-owner-perms-nsems';
	if (/^key id perms owner\b/.test(words.join(' '))) return words.includes('nsems') ? 'key-id-perms-owner-nsems' : 'foreign';
	return undefined;
}

const rows: Readonly<Record<Exclude<Columns, 'foreign'>, RegExp>> = {
	'key-id-owner-perms-nsems': /^(?<key>0x[0-9a-f]+)\s+(?<id>\d+)\s+(?<owner>\S.*?)\s+(?<perms>[0-7]{1,4})\s+(?<nsems>\d+)$/i,
	'key-id-perms-owner-nsems': /^(?<key>0x[0-9a-f]+)\s+(?<id>\d+)\s+(?<perms>[rwa-]{9})\s+(?<owner>\S.*?)\s+(?<nsems>\d+)$/i,
	'id-perms-creator-owner': /^(?<id>\d+)\s+(?<perms>[0-7]{1,4})\s+\S+\s+\S+\s+(?<owner>\S+)\s+\S+$/,
	'id-owner-times': /^(?<id>\d+)\s+(?<owner>\S+)\s+\S.*$/,
	// A row without its header: only the commonest form is safe to read.
	none: /^(?<key>0x[0-9a-f]+)\s+(?<id>\d+)\s+(?<owner>\S+)\s+(?<perms>[0-7]{1,4})\s+(?<nsems>\d+)$/i,
};

function setOf(groups: Readonly<Record<string, string | undefined>>, line: number): SemaphoreSet {
	const { id = '', owner = '', perms = null, nsems, key = null } = groups;
	return { semid: Number(id), owner, perms, nsems: nsems === undefined ? null : Number(nsems), key, line };
}

/** Rows of BSD, macOS, Solaris and AIX: a letter for the type first, NSEMS only with some options. */
function typedSet(words: readonly string[], header: readonly string[], line: number): SemaphoreSet {
	const [, id = '', key = null, perms = null, owner = ''] = words;
	const nsems = Number(words[header.indexOf('NSEMS')]);
	return {
		semid: Number(id),
		key,
		perms,
		owner,
		nsems: header.includes('NSEMS') && Number.isInteger(nsems) ? nsems : null,
		line,
	};
}

/** Finds every semaphore table, whatever stands around it. */
export function semaphoreTables(lines: readonly Line[]): SemaphoreTables {
	const sets: SemaphoreSet[] = [];
	const tableLines: number[] = [];
	let columns: Columns = 'none';
	let typed: readonly string[] = [];
	let announced: number | undefined;
	for (const { number, text } of lines) {
		const line = text.trim();
		if (line === '') continue;
		const title = heading.exec(line.slice(0, 200))?.[1];
		if (title !== undefined) {
			columns = 'none';
			announced = semaphoreWord.test(title) ? number : undefined;
			if (announced === undefined) columns = 'foreign';
			continue;
		}
		if (typedHeader.test(line)) typed = line.split(/\s+/);
		const named = columnsOf(line);
		if (named !== undefined) {
			columns = named;
			if (named !== 'foreign') tableLines.push(...(announced === undefined ? [] : [announced]), number);
		} else if (announced !== undefined && columns === 'none' && !/[=\d]/.test(line) && line.split(/\s+/).length >= 4) {
			// A header whose every name is translated: below a heading about semaphores its place says what it is.
			columns = line.split(/\s+/).length === 5 ? 'key-id-owner-perms-nsems' : 'none';
			tableLines.push(announced, number);
		} else if (typed.length > 0 && /^[^:]+:$/.test(line) && semaphoreWord.test(line)) {
			tableLines.push(number);
		} else if (/^s\s+\d+\s+\S+\s+[-rwaRSDC]{9,12}\s+\S+/.test(line)) {
			sets.push(typedSet(line.split(/\s+/), typed, number));
		} else if (columns !== 'foreign') {
			const groups = rows[columns].exec(line)?.groups;
			if (groups) sets.push(setOf(groups, number));
		}
		announced = undefined;
	}
	return { sets, tableLines };
}
