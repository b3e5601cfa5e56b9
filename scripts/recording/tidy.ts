import type { RecordedEntry, Recording } from '../../src/targets/index.ts';

/** A text of the lab and what stands for it in the recording; the longest come first. */
export type Replacement = readonly [of: string, by: string];

/**
 * Makes a recording of the lab read like one of an ordinary server: the places of the lab become those of a
 * distribution, in requests and in captured texts alike, so that the same facts still make the same requests; and what
 * only tells of the recording machine is cut. What the kernel said before `since` (ISO local time) belongs to others.
 */
export function tidy(recording: Recording, replacements: readonly Replacement[], since: string): Recording {
	const ordered = replacements.toSorted(([a], [b]) => b.length - a.length);
	const replace = (text: string): string => ordered.reduce((done, [of, by]) => done.replaceAll(of, by), text);
	const hint = (text: string | null): string | null => (text === null ? null : replace(text));
	const { httpd, config, errorLog, core } = recording.hints;
	return {
		...recording,
		hints: { httpd: hint(httpd), config: hint(config), errorLog: hint(errorLog), core: hint(core), since: null },
		entries: recording.entries.map((entry) => tidyEntry(entry, replace, since)),
	};
}

function tidyEntry({ request, capture }: RecordedEntry, replace: (text: string) => string, since: string): RecordedEntry {
	const asked = replace(request);
	const { problem } = capture;
	return {
		request: asked,
		capture: {
			...capture,
			text: cutTo(asked, replace(capture.text), since),
			spans: capture.spans.map((span) => ({ ...span, path: replace(span.path) })),
			problem: problem && { ...problem, message: replace(problem.message), advice: replace(problem.advice) },
		},
	};
}

/** Lines that tell of the server; the others tell of the machine that recorded it. */
function cutTo(request: string, text: string, since: string): string {
	if (request.startsWith('dmesg ')) return keepLines(text, (line) => line >= since && /apache2|httpd/.test(line));
	// The journal of the lab holds what the kernel said before it, with the time of its own start.
	if (request.startsWith('journalctl -k ')) return '';
	if (request.startsWith('ss ')) return keepLines(text, (line) => line.startsWith('State') || line.includes('users:(('));
	if (request.startsWith('df ')) return keepLines(text, (line) => /^Filesystem| \/$/.test(line));
	if (request.startsWith('ls -lnd ')) return keepListed(request, text);
	return text;
}

/** A place of the lab may stand for one that was asked about, too, and may be called like something that was sought. */
function keepListed(request: string, text: string): string {
	const asked = request.split(' ').slice(2);
	const folders = new Set(asked.map((path) => path.replace(/\/[^/]*$/, '')));
	const seen = new Set<string>();
	return keepLines(text, (line) => {
		const path = line.split('\t').at(-1) ?? '';
		const isListed = !seen.has(path) && (asked.includes(path) || folders.has(path.replace(/\/[^/]*$/, '')));
		seen.add(path);
		return isListed;
	});
}

function keepLines(text: string, keep: (line: string) => boolean): string {
	return text
		.split('\n')
		.filter((line) => line === '' || keep(line))
		.join('\n');
}
