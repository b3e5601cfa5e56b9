/** What keeps a drill from beginning. */
const needs = {
	root: 'The drill needs root: httpd must change to another account.',
	program: (program: string, kit: string) => `The drill needs ${program} (package ${kit}).`,
	httpd: 'The drill needs Apache httpd: install apache2 or httpd, or name it with --httpd PATH.',
	module: (module: string) => `The drill needs the module ${module}, which was not found.`,
	account: (name: string) => `The drill needs an ordinary account; "${name}" is none. Name one with --user NAME.`,
};

const rivals = {
	mayShare: (pid: number, user: string) =>
		`The drill does not begin: an httpd runs here (process ${pid}) that may use semaphores of the account ${user}. ` +
		'This is meant for a test machine; with another account (--user NAME) none of its semaphores can be touched.',
	unknown: (reason: string) => `The drill does not begin: whether another httpd runs is not known (${reason}).`,
	other: (pid: number) => `Another httpd runs here (process ${pid}), as another account: nothing of it is touched.`,
};

/** What was to be done, of which the reason why it was not follows. */
const undone = {
	folder: 'the folder could not be made',
	mark: 'the folder could not be marked',
	configuration: 'the configuration could not be written',
	page: 'the page could not be written',
	refused: 'httpd refuses the configuration',
	start: 'httpd did not start',
	set: (id: number) => `the set ${id} could not be removed`,
};

const awaited = {
	children: 'httpd has its children',
	lock: 'a child waits for the lock',
	end: 'httpd has given up',
};

/** The drill, from its explanation to what is left of it. */
export const drill = {
	needs,
	rivals,
	undone,
	awaited,
	/** Typed to begin it. */
	consentWords: 'break the test server',
	explanation: `This is a drill for a TEST MACHINE. It starts an Apache httpd of its own on 127.0.0.1, takes its semaphores away
while it runs, as systemd-logind does to ordinary accounts at logout, and opens the wizard on what is left of it.
Nothing of any other server is touched. When you leave the wizard, everything of the drill is removed again.`,
	willRun: 'This will be run, and nothing else:',
	willHold: (file: string) => `${file} will hold:`,
	leftBehind: (folder: string) => `An earlier drill was killed and has left ${folder} behind. First of all this will be run:`,
	toBegin: (words: string) => `Type "${words}" to begin. Anything else does nothing.`,
	notTyped: (words: string) => `Nothing was done: "${words}" was not typed.`,
	broken: (session: string) => `The server is broken now. Its session is ${session}; the wizard opens on it.`,
	consentTo: (folder: string) => `drill in ${folder}`,
	interrupted: 'The drill was interrupted.',
	noOwnSet: 'The drill stops: no semaphore set could be told to be its own, so none is removed.',
	stops: (what: string, reason: string) => `The drill stops: ${what}: ${reason}`,
	inVain: (seconds: number, until: string) => `The drill stops: waited ${seconds} s in vain until ${until}.`,
	earlierStays: (what: readonly string[]) => `The drill does not begin: an earlier one is still there: ${what.join(', ')}.`,
	removing: 'Removing what the drill has made:',
	unrecorded: (reason: string) => `What is removed cannot be recorded: ${reason}`,
	nothingLeft: 'Nothing of the drill is left.',
	resisted: (what: readonly string[]) => `These resisted: ${what.join(', ')}.`,
	process: (pid: number) => `process ${pid}`,
	worksHere: (pid: number) => `Process ${pid} works in this session.`,
	unwritable: (damage: string) => `The session cannot be written: ${damage}`,
	plan: {
		made: 'Made by httpd-medic drill. Everything in this folder is removed when the drill ends.',
		page: 'The drill works.',
		write: (file: string) => `write ${file}`,
		takeSets: 'ipcrm -s ID, for each semaphore set that this httpd has made and no other',
		afterwards: 'Afterwards, when you leave the wizard:',
		endProcesses: 'kill PID, for each process of this httpd that is left',
		removeSets: 'ipcrm -s ID, for each of its sets that is left',
	},
	answer: {
		status: (code: number) => `status ${code}`,
		none: 'no answer',
	},
};
