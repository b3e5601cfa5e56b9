/** Local time of this machine as `YYYY-MM-DDTHH:MM:SS`, as logs have it; given seconds since 1970. */
export function localTime(seconds: number): string {
	const date = new Date(seconds * 1000);
	const two = (value: number) => String(value).padStart(2, '0');
	const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
	return `${day}T${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}
