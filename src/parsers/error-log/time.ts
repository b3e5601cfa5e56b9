const months = 'JanFebMarAprMayJunJulAugSepOctNovDec';
const ctime = /(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) ([A-Z][a-z]{2}) {1,2}(\d{1,2}) (\d\d:\d\d:\d\d)(?:\.\d{1,6})? (\d{4})/;
const compact = /(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)/;

/** The first time of the text that has a year, as `YYYY-MM-DDTHH:MM:SS` of the writer's clock, zone and fraction dropped. */
export function timeIn(text: string): string | null {
	const [, month = '', day = '', time, year] = ctime.exec(text) ?? [];
	const position = time === undefined ? -1 : months.indexOf(month);
	if (position >= 0) return `${year}-${String(position / 3 + 1).padStart(2, '0')}-${day.padStart(2, '0')}T${time}`;
	const found = compact.exec(text);
	return found ? `${found[1]}T${found[2]}` : null;
}

/** Whole seconds from one time to a later one; NaN where one of them is not a time. */
export function secondsBetween(from: string, to: string): number {
	return (Date.parse(`${to}Z`) - Date.parse(`${from}Z`)) / 1000;
}
