/** Where each line of a text begins. */
export function lineStarts(text: string): Int32Array {
	let count = 1;
	for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
	const starts = new Int32Array(count);
	let line = 1;
	for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
		starts[line] = at + 1;
		line += 1;
	}
	return starts;
}
