export { defaultBase, prepareBase } from './base.ts';
export { createBlobStore } from './blobs.ts';
export { checkHandOff, encodeHandOff, type HandOffFault, type HandOffFile, readHandOff, unpackHandOff } from './hand-off.ts';
export { type OpenedJournal, openJournal } from './journal.ts';
export { readJournal } from './journal-text.ts';
export { acquireLock, type Lock, lockOwner } from './lock.ts';
export { createSession, findSession, listSessions, type SessionSummary } from './sessions.ts';
export { type Verification, verifySession } from './verify.ts';
export { writeExport } from './write.ts';
