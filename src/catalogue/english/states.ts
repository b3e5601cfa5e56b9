/** Words for what things are, the same wherever they stand. A door that needs them loud writes them in capitals. */
export const verdicts = { confirmed: 'confirmed', refuted: 'refuted', inconclusive: 'inconclusive' };

export const statuses = { confirmed: 'confirmed', likely: 'likely', possible: 'possible', 'ruled-out': 'ruled out' };

/** The two that are no reading are loud of themselves: nobody may pass over them. */
export const risks = {
	read: 'only reads, changes nothing',
	intrusive: 'INTRUSIVE: pauses or loads the server',
	mutating: 'MUTATING: changes the target',
};

/** Stand in a column, so they are short. `absent`: nothing went wrong, only there is no such file. */
export const collection = {
	waiting: 'waiting',
	running: 'running',
	done: 'done',
	problem: 'problem',
	absent: 'not there',
	blocked: 'left out',
	'needs-consent': 'needs consent',
	interrupted: 'interrupted',
};

export const remedyStates = {
	offered: 'not applied',
	running: 'running',
	applied: 'applied',
	failed: 'failed',
	undone: 'undone',
	interrupted: 'interrupted',
};

/** Why a watch was ended before its time, by the reason that the journal holds. */
export const watchEnds = {
	operator: 'The operator ended it.',
	'session-ended': 'The session was ended.',
	'remedy-begun': 'A remedy was begun meanwhile.',
	incomplete: 'At its end not everything could be read, so nobody knows whether it was silent.',
	'no-server': 'No httpd runs, so its silence proves nothing.',
};

export const kinds = { mitigation: 'mitigation', fix: 'fix' };

/** Risks by their names, as they are typed after `--allow`. */
export const riskNames = { read: 'read', intrusive: 'intrusive', mutating: 'mutating' };

/** Those that every door says. */
export const states = { verdicts, statuses, risks, collection, remedyStates, watchEnds, kinds, riskNames };
