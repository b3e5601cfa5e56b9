import { factParser, reading } from './fact-parser.ts';
import { firstLinesOf, type Line, linesOf } from './lines.ts';

interface Usage {
	readonly device: string;
	readonly mount: string;
	/** Percent of what ordinary users may use. */
	readonly use: number;
	readonly ofInodes: boolean;
	readonly lines: readonly number[];
}

const figure = String.raw`-?[\d.,]+[KMGTPEB]?i?`;
/** df of Linux in any language; that of macOS, with inodes in the same row; that of AIX, with what is free but not what is used. */
const rows = [
	new RegExp(
		String.raw`^(?<device>\S.*?)(?:\s+${figure}){3}\s+(?<use>\d+)%\s+(?:${figure}\s+){2}(?<inodes>\d+)%\s+(?<mount>\/.*)$`,
	),
	new RegExp(String.raw`^(?<device>\S.*?)(?:\s+${figure}){3}\s+(?<use>\d+)%\s+(?<mount>\/.*)$`),
	new RegExp(String.raw`^(?<device>\S+)(?:\s+${figure}){2}\s+(?<use>\d+)%\s+${figure}\s+(?<inodes>\d+)%\s+(?<mount>\/.*)$`),
];
const header = /^\S.*\s(?:1[KMG](?:-\w+)?|\d+-bl\w+|[KMG]B blocks|Size|Inodes|Größe|Taille)\s.*(?:%|Capacity)/;
/** Read-only images and file systems that are made on the way are always full. */
const isImage = (usage: Usage): boolean =>
	/^(?:\/dev\/(?:loop|sr)\d|devfs$|map )/.test(usage.device) || usage.mount.startsWith('/snap/');

/** Rows of df. A long device name may stand on a line of its own. */
function usages(lines: readonly Line[]): readonly Usage[] {
	let isOfInodes = false;
	return lines.flatMap((line, index) => {
		const text = line.text.trim();
		if (header.test(text)) isOfInodes = /inode/i.test(text);
		const before = lines[index - 1];
		const broken = /^\d/.test(text) && before !== undefined && /^\S+$/.test(before.text.trim());
		const whole = broken ? `${before.text.trim()} ${text}` : text;
		const { device, use, inodes, mount } = rows.map((row) => row.exec(whole)?.groups).find((groups) => groups) ?? {};
		if (device === undefined || mount === undefined) return [];
		const place = { device, mount, lines: broken ? [before.number, line.number] : [line.number] };
		const usage = { ...place, use: Number(use), ofInodes: isOfInodes && inodes === undefined };
		return inodes === undefined ? [usage] : [usage, { ...place, use: Number(inodes), ofInodes: true }];
	});
}

const asMap = (some: readonly Usage[]) => Object.fromEntries(some.map(({ mount, use }) => [mount, use]));
const linesOfAll = (some: readonly Usage[]): readonly number[] => some.flatMap(({ lines }) => lines);

/** Space and inodes of file systems. */
export const diskUsageParser = factParser({
	format: 'disk-usage',
	namespace: 'disk',
	facts: {
		mounts: ['map', 'Used space in percent, as {mount point: percent}', 'union'],
		inodeMounts: ['map', 'Used inodes in percent, as {mount point: percent}', 'union'],
		fullMounts: ['list', 'Mount points that are full: 99 percent or more of their space or inodes', 'union'],
		highestUse: ['int', 'Highest use of all, in percent', 'max'],
		full: ['bool', 'Some mount point is full', 'any'],
	},
	resemblance: (text) => {
		const lines = firstLinesOf(text);
		const rows = usages(lines).length;
		return rows === 0 ? 0 : header.test(lines[0]?.text ?? '') ? 0.95 : 0.5;
	},
	read: ({ text }) => {
		const all = usages(linesOf(text)).filter((usage) => !isImage(usage));
		if (all.length === 0) return { facts: {} };
		const full = all.filter(({ use }) => use >= 99);
		const space = all.filter((usage) => !usage.ofInodes);
		const inodes = all.filter((usage) => usage.ofInodes);
		const highest = Math.max(...all.map(({ use }) => use));
		return {
			facts: {
				mounts: space.length > 0 ? reading(asMap(space), linesOfAll(space)) : undefined,
				inodeMounts: inodes.length > 0 ? reading(asMap(inodes), linesOfAll(inodes)) : undefined,
				fullMounts: reading([...new Set(full.map(({ mount }) => mount))], linesOfAll(full)),
				highestUse: reading(highest, linesOfAll(all.filter(({ use }) => use === highest))),
				full: reading(full.length > 0, linesOfAll(full)),
			},
		};
	},
});
