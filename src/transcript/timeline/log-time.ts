const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const httpd = /^\[[A-Z][a-z]{2} ([A-Z][a-z]{2}) ([ \d]\d) (\d\d):(\d\d):(\d\d)(?:\.\d+)? (\d{4})\]/;
const iso = /^\[?(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?:[.,]\d+)?(Z|[+-]\d\d:?\d\d)?/;
const syslog = /^([A-Z][a-z]{2}) ([ \d]\d) (\d\d):(\d\d):(\d\d) /;

/** The time at the beginning of a log line. */
export interface LogTime {
	/** Seconds since 1970, as if the clock told UTC. */
	readonly local: number;
	/** Minutes east of UTC where the line tells its zone. */
	readonly offset: number | null;
}

/** Reads the time of a line of httpd's, mod_jk's, systemd's and syslog's logs; `year` fills in for syslog. */
export function timeOf(line: string, year: number): LogTime | null {
	const [, month = '', day, hour, minute, second, ownYear] = httpd.exec(line) ?? [];
	if (ownYear !== undefined) return at([Number(ownYear), months.indexOf(month), day, hour, minute, second], null);
	const dated = iso.exec(line);
	if (dated) return at([Number(dated[1]), Number(dated[2]) - 1, ...dated.slice(3, 7)], offsetOf(dated[7]));
	const short = syslog.exec(line);
	return short ? at([year, months.indexOf(short[1] ?? ''), ...short.slice(2)], null) : null;
}

function at(parts: readonly (string | number | undefined)[], offset: number | null): LogTime | null {
	const [year = 0, month = -1, day = 0, hour = 0, minute = 0, second = 0] = parts.map(Number);
	const local = Date.UTC(year, month, day, hour, minute, second) / 1000;
	return month < 0 || Number.isNaN(local) ? null : { local, offset };
}

function offsetOf(zone: string | undefined): number | null {
	if (zone === undefined) return null;
	if (zone === 'Z') return 0;
	const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
	return zone.startsWith('-') ? -minutes : minutes;
}
