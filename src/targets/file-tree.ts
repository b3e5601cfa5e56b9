/** Bytes of one open file. */
export interface OpenFile {
	/** Bytes when it was opened; 0 for files of procfs, whose text has a length only when read. */
	readonly size: number;
	/** Reads into the buffer from the position; gives the number of bytes, 0 at the end. */
	readonly read: (into: Buffer, position: number) => Promise<number>;
	/** The size now, to tell a file that shrank from one that is shorter than the kernel says. */
	readonly sizeNow: () => Promise<number>;
	readonly close: () => Promise<void>;
}

export type EntryKind = 'file' | 'directory' | 'named pipe' | 'socket' | 'device' | 'other';

/** Where files are read from: the disk, a folder of a bundle, or an archive in memory. Rejects with system errors. */
export interface FileTree {
	/** Follows symbolic links. Never opens the file. */
	readonly kind: (path: string) => Promise<EntryKind>;
	/** Names in a directory, in no order. */
	readonly names: (directory: string) => Promise<readonly string[]>;
	/** Seconds since 1970. */
	readonly modifiedAt: (path: string) => Promise<number>;
	/** Never waits for a writer, as opening a named pipe would. */
	readonly open: (path: string) => Promise<OpenFile>;
}
