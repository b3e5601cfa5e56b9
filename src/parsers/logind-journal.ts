import { timeIn } from './error-log/time.ts';
import { factParser, reading } from './fact-parser.ts';
import { firstLinesOf, linesOf, shareOf } from './lines.ts';

const own = /\bsystemd-logind(?:\[\d+\])?: /;
const opened = /: New session '?(\S+?)'? of user '?(.+?)'?(?: with class .*)?\.?$/;
const left = /: Session '?(\S+?)'? logged out\./;
const removed = /: Removed session '?(\S+?)'?\.$/;

interface Session {
	/** Null where the session was opened before the first line. */
	readonly user: string | null;
	readonly at: string | null;
	readonly lines: readonly number[];
	/** The user had no other session left, so logind finalises the user next. */
	readonly last: boolean;
}

interface Open {
	readonly user: string | null;
	readonly lines: number[];
}

/** Sessions in the order of their ends. Removal counts; a logout where the processes of the session outlived the log. */
function endedSessions(text: string): readonly Session[] {
	const open = new Map<string, Open>();
	const lingering = new Map<string, string | null>();
	const ended: Session[] = [];
	const end = (id: string, at: string | null): void => {
		const { user, lines } = open.get(id) ?? { user: null, lines: [] };
		open.delete(id);
		lingering.delete(id);
		ended.push({ user, at, lines, last: user !== null && ![...open.values()].some((other) => other.user === user) });
	};
	for (const { number, text: line } of linesOf(text)) {
		if (!own.test(line)) continue;
		const at = timeIn(line.slice(0, 40));
		const [, started, user = null] = opened.exec(line) ?? [];
		if (started !== undefined) open.set(started, { user, lines: [number] });
		const leaving = left.exec(line)?.[1];
		const gone = removed.exec(line)?.[1];
		const id = leaving ?? gone;
		if (id === undefined) continue;
		const known = open.get(id) ?? { user: null, lines: [] };
		known.lines.push(number);
		open.set(id, known);
		if (gone === undefined) lingering.set(id, at);
		else end(id, at);
	}
	for (const [id, at] of lingering) end(id, at);
	return ended;
}

/** Whose sessions ended when: the removal of a user's semaphores leaves no line of its own. */
export const logindJournalParser = factParser({
	format: 'logind-journal',
	namespace: 'logindLog',
	facts: {
		lines: ['int', 'Lines of systemd-logind', 'sum'],
		sessionsEnded: [
			'list',
			'Sessions that ended as {user, at, last}; user is null where the log begins later, last: the user had no other session left',
			'union',
		],
		usersEnded: ['list', 'Users whose last session ended', 'union'],
		lastSessionEndAt: ['string', 'Time of the last end of a session', 'max'],
	},
	resemblance: (text) => 0.97 * shareOf(firstLinesOf(text), (line) => own.test(line) || line.startsWith('-- ')),
	read: ({ text }) => {
		const lines = linesOf(text).filter((line) => own.test(line.text));
		if (lines.length === 0) return { facts: {} };
		const sessions = endedSessions(text);
		const finished = sessions.filter((session) => session.last);
		const times = sessions.map((session) => session.at).filter((at) => at !== null);
		const lastAt = times.toSorted().at(-1);
		return {
			facts: {
				lines: reading(
					lines.length,
					lines.map((line) => line.number),
				),
				sessionsEnded: reading(
					sessions.map(({ user, at, last }) => ({ user, at, last })),
					sessions.flatMap((session) => session.lines),
				),
				usersEnded: reading(
					[...new Set(finished.map((session) => session.user))],
					finished.flatMap((session) => session.lines),
				),
				lastSessionEndAt: reading(
					lastAt,
					sessions.filter((session) => session.at === lastAt).flatMap((session) => session.lines),
				),
			},
		};
	},
});
