/**
 * `read` changes nothing and does not disturb the service. `intrusive` pauses or loads it (gdb attach).
 * `mutating` changes the target host.
 */
export type Risk = 'read' | 'intrusive' | 'mutating';

interface RequestCommon {
	readonly risk: Risk;
	readonly deadlineMs: number;
	/** Bytes kept of the output. What lies beyond is cut and said. */
	readonly maxBytes: number;
}

/** One program with whole argv elements; no shell is ever involved. Always run with LC_ALL=C. */
export interface RunRequest extends RequestCommon {
	readonly kind: 'run';
	readonly argv: readonly [string, ...string[]];
	/** Added to a minimal environment. */
	readonly env?: Readonly<Record<string, string>>;
	/** Where the text of interest is on stderr, as with `httpd -t`. */
	readonly output: 'stdout' | 'stderr' | 'both';
	/** Exit codes that mean the command did its work. */
	readonly expectedExitCodes: readonly number[];
	/** How to get the program where it is missing, by its id in the catalogue. */
	readonly install?: string;
	/** Process that the program makes stand still while it runs. */
	readonly holds?: number;
}

/**
 * Files read in this order into one capture, each a span of its own. A path may hold `*` in its last
 * segment; missing files are left out, and it is a `not-found` problem only when all are missing.
 */
export interface ReadFilesRequest extends RequestCommon {
	readonly kind: 'read-files';
	readonly paths: readonly string[];
	/** `end`: when a file is larger than maxBytes, its last maxBytes are read, from a line start. */
	readonly from: 'start' | 'end';
}

/**
 * Entries of directories, one line each, tab separated:
 * `mode(octal) uid gid size mtime(ISO local) kind(file|dir|link|other) path`.
 * A path that does not exist gives `- - - - - missing path`; one that may not be read `- - - - - forbidden path`.
 */
export interface ListFilesRequest extends RequestCommon {
	readonly kind: 'list-files';
	/** Directories are listed when `contents` is set, else each path itself is described. Last segment may hold `*`. */
	readonly paths: readonly string[];
	readonly contents: boolean;
}

/**
 * Processes whose executable's base name is in `names`, one line each, tab separated, with a header line:
 * `pid ppid uid user state startedAt(ISO local) exe cwd argv(JSON array) startedSeconds(since 1970, never late)`.
 */
export interface ListProcessesRequest extends RequestCommon {
	readonly kind: 'list-processes';
	readonly names: readonly string[];
	/** Only processes started with `-f` and this file; null for all. */
	readonly config: string | null;
	/** Whether one started without `-f` uses that file, because it is the default. */
	readonly isDefaultConfig: boolean;
}

/** Replaces or creates one file, atomically. Always `mutating`. */
export interface WriteFileRequest extends RequestCommon {
	readonly kind: 'write-file';
	readonly path: string;
	/** null removes the file. */
	readonly content: string | null;
	/** Octal permission bits, such as 0o644, of a file that does not exist yet. */
	readonly mode: number;
	/** Owner of a file that does not exist yet; the operator without it. */
	readonly owner?: { readonly uid: number; readonly gid: number };
}

export type Request = RunRequest | ReadFilesRequest | ListFilesRequest | ListProcessesRequest | WriteFileRequest;

/** One program that the operator talks to in the terminal, until it ends. No shell, no deadline: a person is there. */
export interface InteractiveRequest {
	/** Names it within the session. */
	readonly id: string;
	/** What it is attached to: a file, or a process by its number. */
	readonly subject: { readonly kind: 'core' | 'process'; readonly name: string };
	readonly argv: readonly [string, ...string[]];
	readonly risk: Risk;
	/** Process that stands still meanwhile; it must go on however the program ends. */
	readonly holds?: number;
	/** How to get the program where it is missing, by its id in the catalogue. */
	readonly install: string;
}

const plain = /^[\w@%+=:,./-]+$/;

/** A command as the operator would type it. */
export function describeArgv(argv: readonly string[]): string {
	return argv.map((word) => (plain.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)).join(' ');
}

/** The request as the operator would type it: shown, recorded, never executed. */
export function describeRequest(request: Request): string {
	switch (request.kind) {
		case 'run':
			return describeArgv(request.argv);
		case 'read-files':
			return `${request.from === 'end' ? `tail -c ${request.maxBytes}` : 'cat'} ${request.paths.join(' ')}`;
		case 'list-files':
			return `ls -ln${request.contents ? '' : 'd'} ${request.paths.join(' ')}`;
		case 'list-processes':
			return `ps -C ${request.names.join(',')} -o pid,ppid,uid,user,stat,lstart,args${request.config === null ? '' : ` | grep -- ${request.config}`}`;
		case 'write-file':
			return request.content === null ? `rm ${request.path}` : `write ${request.path}`;
	}
}
