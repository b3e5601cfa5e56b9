import type { ListedFile } from './listed-files.ts';

const long =
	/^([-dlbcps])((?:[r-][w-][xsStT-]){3})[.+@]? +\d+ +(\S+) +(\S+) +(\d+) +((?:[A-Z][a-z]{2} +\d{1,2} +(?:\d\d:\d\d|\d{4}))|(?:\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?(?:\.\d+)?(?: [+-]\d{4})?)) +(\S.*)$/;
const refused =
	/^(?:ls|stat|gstat): (?:cannot (?:access|stat|statx|open directory) )?['"‘`]?(\/[^'"’:]{0,400})['"’]?: (No such file or directory|Permission denied)$/;

const kinds: Readonly<Record<string, ListedFile['kind']>> = { '-': 'file', d: 'dir', l: 'link' };

/** Octal digits of `rwxr-xr-t`. */
function modeOf(letters: string): string {
	const bits = Array.from(letters, (letter, at) => {
		if (letter === '-') return 0;
		const isSpecial = at % 3 === 2 && /[sStT]/.test(letter);
		return (/[ST]/.test(letter) ? 0 : 1 << (8 - at)) | (isSpecial ? 0o4000 >> ((at - 2) / 3) : 0);
	});
	return bits
		.reduce((mode, bit) => mode | bit, 0)
		.toString(8)
		.padStart(4, '0');
}

/** Only root has the same number everywhere. */
function idOf(name: string): number | null {
	if (/^\d+$/.test(name)) return Number(name);
	return name === 'root' ? 0 : null;
}

function timeOf(text: string): string | null {
	const [, day, minute, second = ':00'] = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d)(:\d\d)?/.exec(text) ?? [];
	return day === undefined ? null : `${day}T${minute}${second}`;
}

/** A line of `ls -l`, or what ls and stat say of a path that they cannot look at. */
export function lsLine(text: string, line: number): ListedFile | undefined {
	const [, type = '', letters = '', owner = '', group = '', bytes, time = '', path = ''] = long.exec(text) ?? [];
	if (bytes !== undefined) {
		return {
			path: type === 'l' ? path.replace(/ -> .*$/, '') : path,
			kind: kinds[type] ?? 'other',
			mode: modeOf(letters),
			uid: idOf(owner),
			gid: idOf(group),
			owner,
			group,
			bytes: Number(bytes),
			modifiedAt: timeOf(time),
			lines: [line],
		};
	}
	const [, absent, why] = refused.exec(text) ?? [];
	if (absent === undefined) return undefined;
	const kind = why === 'Permission denied' ? 'forbidden' : 'missing';
	return { path: absent, kind, mode: '', uid: 0, gid: 0, owner: null, group: null, bytes: 0, modifiedAt: null, lines: [line] };
}
