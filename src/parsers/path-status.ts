import { factParser, reading } from './fact-parser.ts';
import { firstLinesOf, linesOf, shareOf } from './lines.ts';
import { isListedFile, type ListedFile, listedFiles } from './listed-files.ts';

function describe({ kind, mode, uid, gid, owner, group, bytes }: ListedFile) {
	const bits = Number.parseInt(mode, 8);
	const rights = {
		mode,
		ownerWrites: (bits & 0o200) !== 0,
		groupWrites: (bits & 0o020) !== 0,
		othersWrite: (bits & 0o002) !== 0,
	};
	return {
		kind,
		...(mode === '' ? {} : rights),
		...(uid === null ? {} : { uid }),
		...(gid === null ? {} : { gid }),
		...(owner === null ? {} : { owner }),
		...(group === null ? {} : { group }),
		bytes,
	};
}

/** What stands at the paths that the configuration names. */
export const pathStatusParser = factParser({
	format: 'path-status',
	namespace: 'paths',
	facts: {
		entries: [
			'map',
			'Existing paths as {path: {kind, mode (octal digits), uid, gid, owner, group (what is told of these four), bytes, ownerWrites, groupWrites, othersWrite}}',
			'union',
		],
		missing: ['list', 'Paths that do not exist', 'union'],
		forbidden: ['list', 'Paths that may not be looked at', 'union'],
	},
	resemblance: (text) => 0.8 * shareOf(firstLinesOf(text), isListedFile),
	read: ({ text }) => {
		const files = listedFiles(linesOf(text));
		if (files.length === 0) return { facts: {} };
		const absent = (kind: ListedFile['kind']) => {
			const some = files.filter((file) => file.kind === kind);
			return reading(
				some.map(({ path }) => path),
				some.flatMap(({ lines }) => lines),
			);
		};
		const present = files.filter(({ kind }) => kind !== 'missing' && kind !== 'forbidden');
		return {
			facts: {
				entries: reading(
					Object.fromEntries(present.map((file) => [file.path, describe(file)])),
					present.flatMap(({ lines }) => lines),
				),
				missing: absent('missing'),
				forbidden: absent('forbidden'),
			},
		};
	},
});
