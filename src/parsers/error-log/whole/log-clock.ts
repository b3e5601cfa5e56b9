import { timeIn } from '../time.ts';
import { type Bytes, headBytes, latin } from './block.ts';
import type { LineHead } from './line-head.ts';

const months = 'JanFebMarAprMayJunJulAugSepOctNovDec';
const epoch = Date.UTC(2000, 0, 1);

/** Reads the times of lines; most are of the same minute as the one before, and then only the seconds are looked at. */
export class LogClock {
	/** Minutes and seconds since 2000 by the clock of the log, of the last line that had a time. */
	minute = 0;
	second = 0;
	isSet = false;
	#date = -1;
	#hour = -1;
	#year = -1;

	/** `Sat Nov 21 10:15:00` at the place, its year at the other. False where that is no time. */
	read(bytes: Uint8Array, at: number, year: number): boolean {
		const date = four(bytes, at + 5, at + 6, at + 8, at + 9);
		const hour = four(bytes, at + 11, at + 12, at + 14, at + 15);
		const wantedYear = four(bytes, year, year + 1, year + 2, year + 3);
		if (date !== this.#date || hour !== this.#hour || wantedYear !== this.#year) {
			const minute = minuteOf(String.fromCharCode(...bytes.subarray(at + 4, at + 15 + 1)), yearOf(bytes, year));
			if (minute === null) return false;
			this.minute = minute;
			this.#date = date;
			this.#hour = hour;
			this.#year = wantedYear;
		}
		this.second = this.minute * 60 + ((bytes[at + 17] ?? 0x30) - 0x30) * 10 + (bytes[at + 18] ?? 0x30) - 0x30;
		this.isSet = true;
		return true;
	}

	/** The time of a line whose head has been read, in whatever form it is. */
	readLine(bytes: Bytes, { time, year }: LineHead, from: number, to: number): void {
		if (time < 0 || !this.read(bytes, time, year)) this.find(bytes, from, to);
	}

	/** The time of a line in another form: of syslog, the journal or the operator's own. False where it has none. */
	find(bytes: Bytes, from: number, to: number): boolean {
		const time = timeIn(latin(bytes, from, Math.min(to, from + headBytes)));
		if (time !== null) this.#set(time);
		return time !== null;
	}

	/** `YYYY-MM-DDTHH:MM:SS`. */
	#set(time: string): void {
		const second = (Date.parse(`${time}Z`) - epoch) / 1000;
		if (Number.isNaN(second)) return;
		this.second = second;
		this.minute = Math.floor(second / 60);
		this.isSet = true;
		this.#date = -1;
	}
}

/** `YYYY-MM-DDTHH:MM:SS` of seconds since 2000. */
export function timeOf(second: number): string {
	return new Date(epoch + second * 1000).toISOString().slice(0, 19);
}

function four(bytes: Uint8Array, a: number, b: number, c: number, d: number): number {
	return ((bytes[a] ?? 0) << 24) | ((bytes[b] ?? 0) << 16) | ((bytes[c] ?? 0) << 8) | (bytes[d] ?? 0);
}

function yearOf(bytes: Uint8Array, at: number): number {
	return Number(String.fromCharCode(...bytes.subarray(at, at + 4)));
}

/** `Nov 21 10:15` to minutes since 2000; null where it is no time. */
function minuteOf(text: string, year: number): number | null {
	const [, month = '', day, hour, minute] = /^([A-Z][a-z]{2}) ([ \d]\d) (\d\d):(\d\d)$/.exec(text) ?? [];
	const at = months.indexOf(month);
	if (at < 0 || month === '' || Number.isNaN(year)) return null;
	return (Date.UTC(year, at / 3, Number(day), Number(hour), Number(minute)) - epoch) / 60_000;
}
