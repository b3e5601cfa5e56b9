import type { DiagnosisStatus, Risk, Verdict } from '../../domain/index.ts';
import type { CollectionState, RemedyView, Sighting } from '../../session/index.ts';

export const verdicts: Readonly<Record<Verdict, string>> = {
	confirmed: 'confirmed',
	refuted: 'refuted',
	inconclusive: 'inconclusive',
};

export const statuses: Readonly<Record<DiagnosisStatus, string>> = {
	confirmed: 'confirmed',
	likely: 'likely',
	possible: 'possible',
	'ruled-out': 'ruled out',
};

export const risks: Readonly<Record<Risk, string>> = {
	read: 'none, it only reads',
	intrusive: 'intrusive, it pauses or loads the server',
	mutating: 'mutating, it changes the target',
};

export const collection: Readonly<Record<CollectionState, string>> = {
	waiting: 'waiting',
	running: 'still running',
	done: 'done',
	problem: 'not to be had',
	blocked: 'left out',
	'needs-consent': 'not run, because it needs your consent',
	interrupted: 'stopped before it was ready',
};

export const remedyStates: Readonly<Record<RemedyView['state'], string>> = {
	offered: 'not applied',
	running: 'running now',
	applied: 'applied',
	failed: 'failed',
	undone: 'undone',
	interrupted: 'interrupted',
};

export const tones: Readonly<Record<Sighting['tone'], string>> = {
	good: 'In order',
	bad: 'Trouble',
	neutral: 'Seen',
};
