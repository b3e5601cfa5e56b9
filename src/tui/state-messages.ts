import type { DiagnosisStatus, Risk, Verdict } from '../domain/index.ts';
import type { CollectionState, RemedyView } from '../session/screen-types.ts';

export const verdicts: Readonly<Record<Verdict, string>> = {
	confirmed: 'CONFIRMED',
	refuted: 'REFUTED',
	inconclusive: 'INCONCLUSIVE',
};

export const statuses: Readonly<Record<DiagnosisStatus, string>> = {
	confirmed: 'CONFIRMED',
	likely: 'LIKELY',
	possible: 'POSSIBLE',
	'ruled-out': 'RULED OUT',
};

export const risks: Readonly<Record<Risk, string>> = {
	read: 'only reads, changes nothing',
	intrusive: 'INTRUSIVE: pauses or loads the server',
	mutating: 'MUTATING: changes the target',
};

/** `absent`: nothing went wrong, only there is no such file. */
export const collection: Readonly<Record<CollectionState | 'absent', string>> = {
	waiting: 'waiting',
	running: 'running',
	done: 'done',
	problem: 'problem',
	absent: 'not there',
	blocked: 'left out',
	'needs-consent': 'needs consent',
	interrupted: 'interrupted',
};

export const remedyStates: Readonly<Record<RemedyView['state'], string>> = {
	offered: '',
	running: 'RUNNING',
	applied: 'APPLIED',
	failed: 'FAILED',
	undone: 'UNDONE',
	interrupted: 'INTERRUPTED',
};
