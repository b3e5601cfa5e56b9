/** Whether a session, or a file made of it, is as it was written. */
export const verify = {
	event: (number: number, reason: string) => `Event ${number} is not as it was written: ${reason}`,
	cutAt: (number: number, reason: string) =>
		`Event ${number} of this session is not as it was written: ${reason}. What came after it is left out.`,
	captured: (evidence: string, reason: string) => `Evidence ${evidence} is not as it was captured: ${reason}`,
	handedOver: (evidence: string, reason: string) => `Evidence ${evidence} is not as it was handed over: ${reason}`,
	handOff: (reason: string) => `The file is not as it was written: ${reason}`,
	layout: 'The file is not as it was written: something beside its events and evidence was changed.',
	file: (path: string, reason: string) => `${path} is not as it was written: ${reason}`,
	intact: (what: string, events: number, seal: string) => `${what}: ${events} events are as they were written. Seal: ${seal}`,
	madeOf: (events: number, seal: string) => `Made of a journal of ${events} events with the seal ${seal}`,
	sealed: (path: string, events: number, session: string, seal: string) =>
		`${path} is as it was written, of ${events} events of session ${session}. Seal: ${seal}`,
	noSeal: (path: string) => `${path} carries no seal of httpd-medic, or it was changed: nothing in it can be verified.`,
	sameJournal: (session: string) => `The journal of ${session} on this machine is the one that it was made of.`,
	otherJournal: (session: string, event: number | null) =>
		`The journal of ${session} on this machine is another one than it was made of${event === null ? '' : ` from event ${event} on`}.`,
};
