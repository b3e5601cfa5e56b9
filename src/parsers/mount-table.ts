import { factParser, reading } from './fact-parser.ts';
import { firstLinesOf, type Line, linesOf, shareOf } from './lines.ts';

interface Mount {
	readonly point: string;
	readonly readOnly: boolean;
	readonly line: number;
}

const options = String.raw`(?:r[ow])(?:,\S*)?`;
const mountInfo = new RegExp(
	String.raw`^\d+ \d+ \d+:\d+ \S+ (?<point>/\S*) (?<own>${options})(?: [\w:]+)* - \S+ \S+ (?<all>${options})$`,
);
const mountTable = new RegExp(String.raw`^\S+ (?<point>/\S*) \S+ (?<own>${options}) \d+ \d+$`);
const hasReadOnly = (text: string | undefined): boolean => text?.split(',').includes('ro') === true;

/** Where nobody keeps files, and images that are read-only by their nature. */
const isOfSystem = (point: string): boolean => /^\/(?:proc|sys|dev|snap|run\/credentials)(?:\/|$)/.test(point);

/** The kernel writes blanks and the like as `\040`. */
const plain = (text: string): string =>
	text.replaceAll(/\\([0-7]{3})/g, (_, code: string) => String.fromCharCode(parseInt(code, 8)));

function mountOf({ text, number }: Line): Mount | undefined {
	const groups = (mountInfo.exec(text.trim()) ?? mountTable.exec(text.trim()))?.groups;
	if (groups?.['point'] === undefined) return undefined;
	return { point: plain(groups['point']), readOnly: hasReadOnly(groups['own']) || hasReadOnly(groups['all']), line: number };
}

const isBelow = (path: string, folder: string): boolean => folder === '/' || path.startsWith(`${folder}/`);

/** What one process sees mounted: /proc/PID/mountinfo or /proc/PID/mounts. */
export const mountTableParser = factParser({
	format: 'mount-table',
	namespace: 'mounts',
	facts: {
		readOnly: [
			'map',
			'Read-only mounts of file systems that hold files, each with the mounts below it that may be written: {mount point: [mount point]}',
		],
	},
	resemblance: (text) => 0.95 * shareOf(firstLinesOf(text), (text) => mountInfo.test(text) || mountTable.test(text)),
	read: ({ text }) => {
		const all = linesOf(text).flatMap((line) => mountOf(line) ?? []);
		if (all.length === 0) return { facts: {} };
		// A later mount hides an earlier one at the same place.
		const seen = [...new Map(all.map((mount) => [mount.point, mount])).values()];
		const readOnly = seen.filter((mount) => mount.readOnly && !isOfSystem(mount.point));
		const writable = seen.filter((mount) => !mount.readOnly).map(({ point }) => point);
		return {
			facts: {
				readOnly: reading(
					Object.fromEntries(readOnly.map(({ point }) => [point, writable.filter((other) => isBelow(other, point))])),
					readOnly.map(({ line }) => line),
				),
			},
		};
	},
});
