import { factParser, reading } from './fact-parser.ts';
import { firstLinesOf, linesOf } from './lines.ts';

const notLingering = /is not logged in or lingering/;

/** Whether a user's record at logind outlives their sessions, from `loginctl show-user` (several users: blank lines between). */
export const lingerParser = factParser({
	format: 'linger',
	namespace: 'linger',
	facts: {
		enabled: ['bool', 'Some user of the answer lingers'],
		users: ['list', 'Names of the users that linger, as far as the answer names them', 'union'],
	},
	resemblance: (text) => {
		const lines = firstLinesOf(text);
		return lines.some((line) => /^Linger=(?:yes|no)$/.test(line.text) || notLingering.test(line.text)) ? 1 : 0;
	},
	read: ({ text }) => {
		const lines = linesOf(text);
		const answers = lines.filter((line) => /^Linger=(?:yes|no)$/.test(line.text.trim()) || notLingering.test(line.text));
		if (answers.length === 0) return { facts: {} };
		const lingering = answers.filter((line) => line.text.trim() === 'Linger=yes');
		const records = text.split(/\n\s*\n/).filter((record) => /^Linger=yes$/m.test(record));
		const names = records.flatMap((record) => /^Name=(\S+)$/m.exec(record)?.slice(1) ?? []);
		const named = lines.filter((line) => names.some((name) => line.text.trim() === `Name=${name}`));
		return {
			facts: {
				enabled: reading(
					lingering.length > 0,
					lingering.map((line) => line.number),
				),
				users: reading(
					names,
					[...lingering, ...named].map((line) => line.number),
				),
			},
		};
	},
});
