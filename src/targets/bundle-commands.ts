import type { Capture, ReadFilesRequest, RunRequest } from '../domain/index.ts';
import type { FileTree } from './file-tree.ts';
import { readFiles } from './read-files.ts';

/** Files that tell what a command would, for folders that hold files only. */
interface Stand {
	readonly paths: readonly string[];
	/** Lines of interest; all where it is left out. */
	readonly keeps?: (line: string) => boolean;
}

/** Files stand in for a command only where the same parser reads both. */
function standInFor(argv: readonly string[]): Stand | null {
	const command = argv.join(' ');
	if (argv[0] === 'dmesg') return { paths: ['/var/log/dmesg'] };
	if (command.startsWith('journalctl -k')) {
		return { paths: ['/var/log/kern.log', '/var/log/messages', '/var/log/syslog'], keeps: (line) => line.includes('kernel:') };
	}
	if (command.startsWith('journalctl -u systemd-logind')) {
		const keeps = (line: string): boolean => line.includes('systemd-logind');
		return { paths: ['/var/log/auth.log', '/var/log/secure', '/var/log/messages'], keeps };
	}
	if (command.startsWith('getent passwd ')) {
		const name = argv[2] ?? '';
		return { paths: ['/etc/passwd'], keeps: (line) => line.startsWith(`${name}:`) };
	}
	return null;
}

/** The answer to a command from the files of a bundle; null where they do not tell. */
export async function answerFromFiles(tree: FileTree, request: RunRequest, signal: AbortSignal): Promise<Capture | null> {
	const stand = standInFor(request.argv);
	if (stand === null) return null;
	const { risk, deadlineMs, maxBytes } = request;
	const asked: ReadFilesRequest = { kind: 'read-files', paths: stand.paths, from: 'end', risk, deadlineMs, maxBytes };
	const capture = await readFiles(tree, asked, signal);
	const kept = stand.keeps === undefined ? capture : onlyLines(capture, stand.keeps);
	return kept.text === '' ? null : kept;
}

/** Each line that is kept is a span of its own, so that it is found again in its file. */
function onlyLines(capture: Capture, keeps: (line: string) => boolean): Capture {
	const lines = capture.text.split('\n');
	const texts: string[] = [];
	const spans = capture.spans.flatMap((span) =>
		lines.slice(span.firstLine - 1, span.firstLine - 1 + span.lines).flatMap((line, index) => {
			if (!keeps(line)) return [];
			texts.push(line);
			const sourceLine = span.sourceLine === null ? null : span.sourceLine + index;
			return [{ path: span.path, firstLine: texts.length, lines: 1, sourceLine }];
		}),
	);
	return { ...capture, text: texts.map((line) => `${line}\n`).join(''), spans };
}
