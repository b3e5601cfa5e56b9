const welcome = {
	title: 'What is wrong with the server?',
	intro: 'Choose what you see. Nothing is changed on the target without your typed consent.',
	practiceIntro: 'No httpd was found on this target. Practise on a recorded server, or open evidence from elsewhere.',
	practice: 'Practise on a recorded server',
	bundle: 'Open an evidence folder or archive',
	knowledge: 'Read the knowledge base',
};

const resumeEarlier = 'Resume an earlier session';

const ask = { unknown: "I don't know: let the evidence decide" };

const diagnosis = {
	none: 'No diagnosis holds.',
	next: 'Go on to the next step',
	exportReport: 'Export this session as a report',
	startOver: 'Go back to the symptoms',
	end: 'End or leave the session',
};

const judge = { noProof: 'No line proves or disproves it.' };

const remedy = {
	noUndo: 'It cannot be undone by this program.',
	unknownFacts: (facts: string) => `Not offered yet, because these facts are unknown: ${facts}`,
	refused: 'Not offered: the evidence does not meet its precondition.',
	notNow: 'Not possible at this step.',
	readOnly: 'Not possible: this session is only looked at.',
	busy: 'It is running now.',
};

const wrongWord = (word: string): string => `Nothing was done: what to type is "${word}".`;

const quit = {
	title: 'Leave httpd-medic?',
	stay: 'Stay here',
	resolved: 'End the session: the trouble is resolved',
	handedOff: 'End the session: handed to somebody else',
};

const ended = { leave: 'Leave the program', fresh: 'Start a new session' };

const handOver = 'End the session: handed over';

const stopping = 'Stopping the running commands.';

const outcome = {
	resume: (id: string) => `Resume it with: httpd-medic resume ${id}`,
	exported: (path: string) => `Report: ${path}`,
};

const pastedBy = 'pasted by the operator';
const noRecordings = 'No recordings are installed.';
const noteSaved = 'The note is recorded.';
const printedNothing = 'The command printed nothing.';

/** Sentences that are the same drawn and plain. */
export const doors = {
	welcome,
	resumeEarlier,
	ask,
	diagnosis,
	judge,
	remedy,
	wrongWord,
	quit,
	ended,
	handOver,
	stopping,
	outcome,
	pastedBy,
	noRecordings,
	noteSaved,
	printedNothing,
};
