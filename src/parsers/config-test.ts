import { factParser, reading } from './fact-parser.ts';
import { firstLinesOf, type Line, linesOf, shareOf } from './lines.ts';

const place = /Syntax error on line (\d+) of (.{1,400}?):(?=\s|$)/g;
/** Complaints that stop httpd: by code, since the text after `program:` changes with the version. */
const fatal =
	/Syntax error on line \d+ of |Could not open configuration file|AH005(?:2[56]|3[24]|4[1-9]):|bad (?:user|group) name|Configuration (?:error|check failed)|AH0(?:2291|0014|0016|0526|0534|0543|0544):|: Invalid command /;
const warning = /^AH00558: |^AH00112: |^AH00548: |[Ww]arning|^\[.*:warn\]/;

/** The innermost place that a line names: an error in an included file is told from the outside in. */
function placeOf(line: Line | undefined): { readonly file: string; readonly at: number } | undefined {
	const last = [...(line?.text ?? '').matchAll(place)].at(-1);
	return last ? { file: last[2] ?? '', at: Number(last[1]) } : undefined;
}

/** Why: what follows the last place on its line, else the next line. */
function reasonOf(line: Line, next: Line | undefined): { readonly text: string; readonly lines: readonly number[] } {
	const after = line.text.replace(/^.*Syntax error on line \d+ of .{1,400}?:(?=\s|$)/, '').trim();
	if (after !== '') return { text: after, lines: [line.number] };
	return { text: next?.text.trim() ?? '', lines: next ? [line.number, next.number] : [line.number] };
}

/** The verdict of httpd over its own configuration. */
export const configTestParser = factParser({
	format: 'config-test',
	namespace: 'configTest',
	facts: {
		ok: ['bool', 'httpd accepts its configuration'],
		file: ['string', 'File of the error'],
		line: ['int', 'Line of the error in that file'],
		text: ['string', 'What httpd says is wrong'],
		warnings: ['list', 'Warnings that do not stop httpd'],
	},
	resemblance: (text) => {
		const lines = firstLinesOf(text);
		if (lines.some((line) => line.text.trim() === 'Syntax OK')) {
			return 0.9 * shareOf(lines, (line) => line === 'Syntax OK' || warning.test(line));
		}
		// The same words end a failed start, which is evidence of another format.
		return /Syntax error on line \d+ of /.test(lines[0]?.text ?? '') && lines.length <= 2 ? 0.35 : 0;
	},
	read: ({ text, exitCode }) => {
		const lines = linesOf(text).filter((line) => line.text.trim() !== '');
		const accepted = lines.find((line) => line.text.trim() === 'Syntax OK');
		const index = lines.findIndex((line) => fatal.test(line.text));
		const error = lines[index];
		const ok = accepted !== undefined ? true : error !== undefined || (exitCode ?? 0) !== 0 ? false : undefined;
		const found = ok === false ? placeOf(error) : undefined;
		const reason = ok === false && error ? reasonOf(error, lines[index + 1]) : undefined;
		const warnings = lines.filter((line) => warning.test(line.text) && line !== error);
		const errorLines = error ? [error.number] : [];
		return {
			facts: {
				ok: reading(ok, accepted ? [accepted.number] : (reason?.lines ?? errorLines)),
				file: reading(found?.file, errorLines),
				line: reading(found?.at, errorLines),
				text: reading(reason?.text || undefined, reason?.lines),
				warnings:
					ok === undefined
						? undefined
						: reading(
								warnings.map((line) => line.text.trim()),
								warnings.map((line) => line.number),
							),
			},
		};
	},
});
