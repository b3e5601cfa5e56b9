const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const ctime = /^(?:[A-Z][a-z]{2} )?([A-Z][a-z]{2})\s+(\d{1,2}) (\d{2}:\d{2}:\d{2}) (\d{4})$/;

/** `Fri Nov 21 19:31:00 2025`, as ctime(3) and `ps -o lstart` print it, as `2025-11-21T19:31:00`. */
export function isoOfCtime(text: string): string | undefined {
	const [, month = '', day = '', time, year] = ctime.exec(text.trim()) ?? [];
	const at = months.indexOf(month) + 1;
	return at === 0 ? undefined : `${year}-${String(at).padStart(2, '0')}-${day.padStart(2, '0')}T${time}`;
}

/** Seconds since 1970 as `YYYY-MM-DDTHH:MM:SS` in UTC. */
export function isoOfEpoch(seconds: number): string | undefined {
	const time = new Date(seconds * 1000);
	return Number.isNaN(time.getTime()) ? undefined : time.toISOString().slice(0, 19);
}
