import { factParser, reading } from './fact-parser.ts';
import { firstLinesOf, linesOf, shareOf } from './lines.ts';

const entry = /^([^:\s#+-][^:]*):[^:]*:(\d+):(\d+):[^:]*:[^:]*:([^:]*)$/;
const identity = /^uid=(\d+)\(([^)]+)\) gid=(\d+)\(/;

/** Accounts by name, from the user database or from `id NAME` (which knows no shell). */
export const passwdEntryParser = factParser({
	format: 'passwd-entry',
	namespace: 'account',
	facts: {
		users: ['map', 'Accounts as {name: {uid, gid, shell}}; shell is null where the text does not say', 'union'],
	},
	resemblance: (text) => shareOf(firstLinesOf(text), (line) => entry.test(line) || identity.test(line)),
	read: ({ text }) => {
		const users = linesOf(text).flatMap(({ number, text: line }) => {
			const [, name, uid, gid, shell] = entry.exec(line.trim()) ?? [];
			if (name !== undefined) return [{ name, user: { uid: Number(uid), gid: Number(gid), shell: shell ?? null }, number }];
			const [, id, called, group] = identity.exec(line.trim()) ?? [];
			return called === undefined ? [] : [{ name: called, user: { uid: Number(id), gid: Number(group), shell: null }, number }];
		});
		if (users.length === 0) return { facts: {} };
		return {
			facts: {
				users: reading(
					Object.fromEntries(users.map(({ name, user }) => [name, user])),
					users.map(({ number }) => number),
				),
			},
		};
	},
});
