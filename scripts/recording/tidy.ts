import type { RecordedEntry, Recording } from '../../src/targets/index.ts';

/** A text of the lab and what stands for it in the recording; the longest come first. */
export type Replacement = readonly [of: string, by: string];

/**
 * Makes a recording of the lab read like one of an ordinary server: the places of the lab become those of a
 * distribution, in requests and in captured texts alike, so that the same facts still make the same requests; and what
 * only tells of the recording machine is cut.
 */
export function tidy(recording: Recording, replacements: readonly Replacement[]): Recording {
	const ordered = replacements.toSorted(([a], [b]) => b.length - a.length);
	const replace = (text: string): string => ordered.reduce((done, [of, by]) => done.replaceAll(of, by), text);
	const hint = (text: string | null): string | null => (text === null ? null : replace(text));
	const { httpd, config, errorLog, core } = recording.hints;
	return {
		...recording,
		hints: { httpd: hint(httpd), config: hint(config), errorLog: hint(errorLog), core: hint(core), since: null },
		entries: recording.entries.map((entry) => tidyEntry(entry, replace)),
	};
}

function tidyEntry({ request, capture }: RecordedEntry, replace: (text: string) => string): RecordedEntry {
	const asked = replace(request);
	const { problem } = capture;
	return {
		request: asked,
		capture: {
			...capture,
			text: cutTo(asked, replace(capture.text)),
			spans: capture.spans.map((span) => ({ ...span, path: replace(span.path) })),
			problem: problem && { ...problem, message: replace(problem.message), advice: replace(problem.advice) },
		},
	};
}

/** Lines that tell of the server; the others tell of the machine that recorded it. */
function cutTo(request: string, text: string): string {
	// The kernel is that of the whole machine, with other labs on it.
	if (/^(?:dmesg|journalctl -k) /.test(request)) return '';
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
