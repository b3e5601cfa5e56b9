import { factParser, reading } from './fact-parser.ts';
import { firstLinesOf, linesOf, shareOf } from './lines.ts';

const dpkg = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) (?:install|upgrade|remove|purge) \S+ \S+ \S+$/;
const dpkgOther = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d (?:status|configure|trigproc|startup|conffile) /;
const dnf = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)\S* (?:SUBDEBUG|INFO) (?:Installed|Upgrade|Erase|Downgrade|Reinstall): \S+$/;
const rpm = /^[\w.+-]+-[\w.+~^]+-[\w.+~^]+ {2,}(?:[A-Z][a-z]{2} ){2}[ \d]\d \d\d:\d\d:\d\d \d{4}$/;
const file = /^[0-7]{1,6}\t\d+\t\d+\t\d+\t(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\tfile\t\//;

const isKnown = (text: string): boolean => [dpkg, dpkgOther, dnf, rpm, file].some((pattern) => pattern.test(text));

/** What was installed, upgraded or removed, and when configuration was written: the timeline tells the rest. */
export const changeLogParser = factParser({
	format: 'change-log',
	namespace: 'changes',
	facts: {
		packages: ['int', 'Packages installed, upgraded or removed', 'sum'],
		lastPackageAt: ['string', 'When the last of them was, as far as a log tells', 'max'],
		lastFileAt: ['string', 'When a file of the configuration was last written', 'max'],
	},
	resemblance: (text) => {
		const lines = firstLinesOf(text);
		// A listing of files alone may be of anything.
		return lines.some(({ text: line }) => isKnown(line) && !file.test(line)) && shareOf(lines, isKnown) > 0.6 ? 0.9 : 0;
	},
	read: ({ text }) => {
		const lines = linesOf(text);
		const known = lines.filter((line) => isKnown(line.text));
		if (known.length === 0) return { facts: {} };
		const packages = lines.filter((line) => dpkg.test(line.text) || dnf.test(line.text) || rpm.test(line.text));
		return {
			facts: {
				packages: reading(
					packages.length,
					packages.map((line) => line.number),
				),
				lastPackageAt: latest(lines, (line) => dpkg.exec(line) ?? dnf.exec(line)),
				lastFileAt: latest(lines, (line) => file.exec(line)),
			},
		};
	},
});

function latest(lines: ReturnType<typeof linesOf>, timeOf: (line: string) => RegExpExecArray | null) {
	const timed = lines.flatMap(({ number, text }) => {
		const [, day, time] = timeOf(text) ?? [];
		return day === undefined ? [] : [{ at: time === undefined ? day : `${day}T${time}`, number }];
	});
	const last = timed.reduce<(typeof timed)[number] | undefined>(
		(best, each) => (best && best.at >= each.at ? best : each),
		undefined,
	);
	return reading(last?.at, last === undefined ? [] : [last.number]);
}
