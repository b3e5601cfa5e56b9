export { defaultBase, prepareBase } from './base.ts';
export { type ArchiveEntry, archiveOf } from './archive.ts';
export { createBlobStore } from './blobs.ts';
export {
	checkHandOff,
	encodeHandOff,
	type HandOffFault,
	type HandOffFile,
	isAsWritten,
	readHandOff,
	unpackHandOff,
} from './hand-off.ts';
export { type OpenedJournal, openJournal } from './journal.ts';
export { readJournal } from './journal-text.ts';
export { acquireLock, type Lock, lockOwner } from './lock.ts';
export type { Owner } from './owner.ts';
export { checkSeal, type JournalChain, type SealCheck, type SealStyle, seal } from './seal.ts';
export { createSession, findSession, listSessions, type SessionSummary } from './sessions.ts';
export { verifyArchive } from './verify-archive.ts';
export { type Verification, verifySession } from './verify.ts';
export { writeExport } from './write.ts';
