import type { Line } from './lines.ts';
import { isoOfEpoch } from './local-time.ts';
import { lsLine } from './ls-lines.ts';
import { isStatLine, statBlocks } from './stat-blocks.ts';

/** One line of a file listing: what stands at a path. */
export interface ListedFile {
	readonly path: string;
	readonly kind: 'file' | 'dir' | 'link' | 'other' | 'missing' | 'forbidden';
	/** Octal digits; empty where it is not told, or nothing is there. */
	readonly mode: string;
	/** null where only a name is told. */
	readonly uid: number | null;
	readonly gid: number | null;
	/** Names; null where only numbers are told. */
	readonly owner: string | null;
	readonly group: string | null;
	readonly bytes: number;
	/** `YYYY-MM-DDTHH:MM:SS`; null where unknown. */
	readonly modifiedAt: string | null;
	readonly lines: readonly number[];
}

/** A copy of a file does not tell the mode, the owner and the time that the file had: `-`. */
const described = /^(-|[0-7]{1,6})\t(-|\d+)\t(-|\d+)\t(\d+)\t(\S+)\t(file|dir|link|other)\t(.+)$/;
const undescribed = /^-\t-\t-\t-\t-\t(missing|forbidden)\t(.+)$/;

const nobody = { uid: 0, gid: 0, owner: null, group: null } as const;

/** Whether a line is one of a file listing. */
export const isListedFile = (text: string): boolean =>
	described.test(text) || undescribed.test(text) || lsLine(text, 0) !== undefined || isStatLine(text);

/** The time of a listing: as it stands where it is a date already, else seconds since 1970, given in UTC. */
function modifiedAt(text: string): string | null {
	if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(text)) return text;
	return /^\d+(?:\.\d+)?$/.test(text) ? (isoOfEpoch(Math.floor(Number(text))) ?? null) : null;
}

/** The lines that are of a file listing: `mode uid gid size mtime kind path`, separated by tabs, or those of `ls -l` and `stat`. */
export function listedFiles(lines: readonly Line[]): readonly ListedFile[] {
	const rows = lines.flatMap(({ number, text }): readonly ListedFile[] => {
		const [, mode, uid, gid, bytes, time = '', kind, path = ''] = described.exec(text) ?? [];
		if (mode !== undefined && (kind === 'file' || kind === 'dir' || kind === 'link' || kind === 'other')) {
			return [
				{
					path,
					kind,
					mode: mode === '-' ? '' : mode,
					uid: uid === '-' ? null : Number(uid),
					gid: gid === '-' ? null : Number(gid),
					owner: null,
					group: null,
					bytes: Number(bytes),
					modifiedAt: modifiedAt(time),
					lines: [number],
				},
			];
		}
		const [, why, absent = ''] = undescribed.exec(text) ?? [];
		if (why === 'missing' || why === 'forbidden') {
			return [{ path: absent, kind: why, mode: '', ...nobody, bytes: 0, modifiedAt: null, lines: [number] }];
		}
		const listed = lsLine(text, number);
		return listed ? [listed] : [];
	});
	return [...rows, ...statBlocks(lines)];
}
