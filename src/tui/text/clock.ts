const two = (number: number): string => String(number).padStart(2, '0');

/** `02:15:09` where the operator is. `at` counts seconds since 1970. */
export function clockTime(at: number): string {
	const date = new Date(at * 1000);
	return [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':');
}
