import { factParser, reading } from './fact-parser.ts';
import { firstLinesOf, linesOf } from './lines.ts';

const header = /^TIME\s+PID\s+UID\s+GID\s+SIG\s+(?:COREFILE|PRESENT)\s+EXE\b/;
const row =
	/^(?:[A-Z][a-z]{2} )?(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) \S+\s+(\d+)\s+(\d+)\s+(\d+)\s+(\S+)\s+(?:(present|missing|none|truncated|inaccessible|error|journal|\*)\s+)?(\/\S+|\S+)/;
const nothing = /^No coredumps found/;

const signals: Readonly<Record<string, string>> = {
	'4': 'SIGILL',
	'5': 'SIGTRAP',
	'6': 'SIGABRT',
	'7': 'SIGBUS',
	'8': 'SIGFPE',
	'11': 'SIGSEGV',
};

/** Older versions mark a core that is there with a star; without one it was removed or never stored. */
function state(word: string | undefined): string {
	return word === '*' ? 'present' : (word ?? 'absent');
}

/** Crashes that systemd-coredump has recorded, whether it stored their cores or not. */
export const coredumpListParser = factParser({
	format: 'coredump-list',
	namespace: 'coredumpctl',
	facts: {
		entries: [
			'list',
			"Crashes as {pid, signal, corefile ('present', 'missing', 'none', 'absent' …), exe, at}, in the order listed",
		],
		present: ['int', 'Crashes whose core is stored'],
		missing: ['int', 'Crashes whose core was stored and is gone'],
		none: ['int', 'Crashes whose core was never stored'],
	},
	resemblance: (text) => (firstLinesOf(text).some((line) => header.test(line.text) || nothing.test(line.text)) ? 0.95 : 0),
	read: ({ text }) => {
		const lines = linesOf(text);
		const head = lines.find((line) => header.test(line.text) || nothing.test(line.text));
		const entries = lines.flatMap((line) => {
			const [, date, time, pid, , , signal = '', corefile, exe] = row.exec(line.text) ?? [];
			if (exe === undefined) return [];
			return [
				{
					entry: { pid: Number(pid), signal: signals[signal] ?? signal, corefile: state(corefile), exe, at: `${date}T${time}` },
					line: line.number,
				},
			];
		});
		if (!head && entries.length === 0) return { facts: {} };
		const count = (corefile: string) => {
			const found = entries.filter(({ entry }) => entry.corefile === corefile);
			return reading(
				found.length,
				found.map(({ line }) => line),
			);
		};
		return {
			facts: {
				entries: reading(
					entries.map(({ entry }) => entry),
					entries.map(({ line }) => line),
				),
				present: count('present'),
				missing: count('missing'),
				none: count('none'),
			},
		};
	},
});
