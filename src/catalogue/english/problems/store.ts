interface Why {
	readonly reason: string;
}
interface At {
	readonly path: string;
}
interface Hash {
	readonly sha256: string;
}
interface Name {
	readonly name: string;
}

const none = (): string => '';
const changed = (): string => 'it was changed after it was written';

/** Why a session cannot be kept or read, and what is not as it was written. Several are told one after the other. */
export const store = {
	noPlace: { message: ({ path, reason }: At & Why) => `no session can be kept in ${path}: ${reason}`, advice: none },
	keptElsewhere: {
		message: ({ path, reason, directory, state }: At & Why & { readonly directory: string; readonly state: string }) =>
			`Sessions cannot be kept in ${path} (${reason}). This one is kept in ${directory}; to find it again, start with XDG_STATE_HOME=${state}`,
		advice: none,
	},
	journalNoFile: { message: ({ path }: At) => `${path} is not a regular file`, advice: none },
	noJournal: { message: () => 'it has no journal', advice: none },
	lineDamaged: {
		message: ({ line }: { readonly line: number }) => `line ${line} of the journal is damaged`,
		advice: none,
	},
	eventsBefore: {
		message: ({ number }: { readonly number: number }) => `the ${number} events before it can be read`,
		advice: none,
	},
	notAnEvent: { message: () => 'it is not an event of httpd-medic', advice: none },
	misnumbered: { message: ({ seq }: { readonly seq: number }) => `it is numbered ${seq}`, advice: none },
	changed: { message: changed, advice: none },
	lastTorn: { message: () => 'the last event was written in part only', advice: none },
	lastCutOff: {
		message: ({ bytes }: { readonly bytes: number }) =>
			`the last event was written in part only (${bytes} bytes) and was cut off`,
		advice: none,
	},
	journalUnwritable: { message: ({ reason }: Why) => `the journal cannot be written: ${reason}`, advice: none },
	journalNotBegun: { message: ({ path, reason }: At & Why) => `no journal can be begun in ${path}: ${reason}`, advice: none },
	readOnlySession: { message: () => 'the session can only be read', advice: none },
	journalBroken: { message: () => 'the journal ends in a broken line; nothing can be added to it', advice: none },
	diskFailed: { message: () => 'the disk failed to keep the journal; nothing can be added to it', advice: none },
	journalClosed: { message: () => 'the journal is closed', advice: none },
	/** Short, so that it is not cut off where there is one line for it. */
	journalNoSpace: { message: () => 'no space is left for the journal', advice: none },
	journalNotTaken: { message: () => 'the disk took no bytes of the journal', advice: none },
	journalNotWritten: { message: ({ reason }: Why) => `the journal could not be written: ${reason}`, advice: none },
	evidenceMissing: { message: ({ sha256 }: Hash) => `evidence ${sha256} is missing from the session`, advice: none },
	evidenceUnreadable: {
		message: ({ sha256, reason }: Hash & Why) => `evidence ${sha256} cannot be read: ${reason}`,
		advice: none,
	},
	evidenceChanged: { message: ({ sha256 }: Hash) => `evidence ${sha256} was changed after it was captured`, advice: none },
	handedMissing: { message: () => 'it is missing', advice: none },
	handedChanged: { message: () => 'it was changed', advice: none },
	handOffCutOff: { message: () => 'events were cut off, or something beside them was changed', advice: none },
	noSessionId: { message: ({ name }: Name) => `${name} is no id of a session`, advice: none },
	sessionHere: { message: ({ name }: Name) => `session ${name} is on this machine already`, advice: none },
	sealUnreadable: { message: () => 'it can no longer be read', advice: none },
	besideChanged: { message: () => 'what stands beside its parts was changed', advice: none },
	partChanged: { message: ({ name }: Name) => `the first part that was changed is ${name}`, advice: none },
	manifestGone: { message: ({ name }: Name) => `${name} is missing or was changed`, advice: none },
	/** What was changed follows. */
	manifestChanged: { message: ({ name }: Name) => `${name} was changed`, advice: none },
	fileChanged: { message: ({ name }: Name) => `the first file that was changed is ${name}`, advice: none },
	archiveBroken: { message: () => 'the archive itself was changed or is not whole', advice: none },
	noRegularFile: { message: ({ path }: At) => `${path} exists and is not a regular file; name another one`, advice: none },
	exists: { message: ({ path }: At) => `${path} exists already; name another file, or allow it to be overwritten`, advice: none },
	notWritten: { message: ({ path, reason }: At & Why) => `${path} cannot be written: ${reason}`, advice: none },
};
