import { randomBytes } from 'node:crypto';
import type { Clock } from '../domain/index.ts';

const pattern = /^\d{8}-\d{6}-[0-9a-z]{6}$/;

/** Whether a name is that of a session, and so one plain folder below the base. */
export function isSessionId(name: string): boolean {
	return pattern.test(name);
}

/** `YYYYMMDD-HHMMSS-xxxxxx` in UTC, so that ids sort by time. `random` gives that many random bytes. */
export function newSessionId(clock: Clock, random: (count: number) => Uint8Array = randomBytes): string {
	const time = new Date(clock.now() * 1000).toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');
	const tail = Array.from(random(6), (byte) => (byte % 36).toString(36));
	return `${time}-${tail.join('')}`;
}
