/** A file as it stood at one moment. */
export interface FileState {
	readonly path: string;
	/** Its text lies in the blob store under this; null where there was no file. */
	readonly sha256: string | null;
	/** Octal permission bits; 0 where there was no file, as the owners. */
	readonly mode: number;
	readonly uid: number;
	readonly gid: number;
}

/** What a remedy would do to one file. */
export interface FilePreview extends FileState {
	/** Unified diff from what is there to what would be; empty where nothing would change. */
	readonly diff: string;
	/** Why it cannot be changed in a way that could be taken back; null where it can. */
	readonly problem: string | null;
}
