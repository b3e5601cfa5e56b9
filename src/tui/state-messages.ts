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

export const collection: Readonly<Record<CollectionState, string>> = {
	waiting: 'waiting',
	running: 'running',
	done: 'done',
	problem: 'problem',
	blocked: 'blocked',
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
