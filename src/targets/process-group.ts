import { existsSync } from 'node:fs';

/**
 * Sends a signal to a process group that this program has created; false when nothing is left of it. `leaderEnded`
 * says that the leader has been reaped: then its number may belong to somebody else. A number is not given out again
 * while a member of the group lives, so a process of that number is proof that the group is gone.
 */
export function signalGroup(leader: number, signal: 'SIGINT' | 'SIGTERM' | 'SIGKILL', leaderEnded: boolean): boolean {
	if (leaderEnded && existsSync(`/proc/${leader}`)) return false;
	try {
		return process.kill(-leader, signal);
	} catch {
		return false;
	}
}
