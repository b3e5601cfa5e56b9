import { legalLetters, lettersOf } from '../letters.ts';
import type { Walk } from '../walk.ts';

/** Every command, those first that do something at this step; then what went wrong so far. */
export function tellHelp({ talk, m, host, handle, sources }: Walk): void {
	const screen = handle.screen();
	const here = legalLetters(screen, sources.all().length > 0, m);
	const elsewhere = lettersOf(m).filter((letter) => !here.includes(letter));
	talk.say(
		[
			m.help.title(host.version),
			...m.help.always,
			m.help.here,
			...here.map((letter) => `  ${m.help.letters[letter]}`),
			m.help.elsewhere,
			...elsewhere.map((letter) => `  ${m.help.letters[letter]}`),
			...(screen.warnings.length === 0 ? [] : [m.help.warnings, ...screen.warnings.map((warning) => `  ${warning}`)]),
		].join('\n'),
	);
}
