/** A boolean as systemd's files spell it; undefined for anything else, which systemd ignores. */
export function systemdBool(text: string): boolean | undefined {
	if (/^(?:1|y|yes|t|true|on)$/i.test(text)) return true;
	return /^(?:0|n|no|f|false|off)$/i.test(text) ? false : undefined;
}

const unitSeconds: Readonly<Record<string, number>> = {
	'': 1,
	s: 1,
	sec: 1,
	second: 1,
	seconds: 1,
	ms: 0.001,
	msec: 0.001,
	us: 0.000_001,
	usec: 0.000_001,
	m: 60,
	min: 60,
	minute: 60,
	minutes: 60,
	h: 3600,
	hr: 3600,
	hour: 3600,
	hours: 3600,
	d: 86_400,
	day: 86_400,
	days: 86_400,
	w: 604_800,
	week: 604_800,
	weeks: 604_800,
};

/** A time span such as `10`, `1min 30s` or `infinity` in whole seconds; -1 for ever; undefined where it is none. */
export function systemdSeconds(text: string): number | undefined {
	if (text === 'infinity') return -1;
	if (!/^(?:\d+(?:\.\d+)?\s*[a-z]*\s*)+$/.test(text)) return undefined;
	let seconds = 0;
	for (const [, amount, unit = ''] of text.matchAll(/(\d+(?:\.\d+)?)\s*([a-z]*)/g)) {
		const factor = unitSeconds[unit];
		if (factor === undefined) return undefined;
		seconds += Number(amount) * factor;
	}
	return Math.round(seconds);
}

/** A resource limit as `systemctl show` prints it: -1 unlimited; undefined where it is no number. */
export function systemdLimit(text: string): number | undefined {
	if (text === 'infinity' || text === '18446744073709551615') return -1;
	return /^\d+$/.test(text) ? Number(text) : undefined;
}
