interface Operator {
	/** Name of the account; null where it is not known. */
	readonly user: string | null;
	readonly pid: number;
	/** Another machine that shares the folder of sessions; null for this one. */
	readonly host: string | null;
	/** Local time, ready to be shown. */
	readonly since: string;
}

const who = ({ user, pid, host }: Operator): string =>
	`${user ?? 'somebody'} (process ${pid}${host === null ? '' : ` on ${host}`})`;

/** Sentences about whoever else works on the same target. */
export const others = {
	title: 'Somebody else works on this server',
	intro: 'Two people who repair one server at once get into each other’s way.',
	works: (operator: Operator) => `${who(operator)} works on this server since ${operator.since}.`,
	alone: 'Go on separately',
	lookOn: 'Go on looking on',
	nobody: 'Nobody else works on this server in a session of this program.',
	watch: (operator: Operator) => `Look on while ${who(operator)} works`,
	takeOver: (operator: Operator) => `Take over from ${who(operator)}`,
	takingOver: [
		'The other program is ended as by a lost terminal: nothing of its session is lost, a running command is stopped.',
		'You go on in that session, at the step where it stands.',
	],
	word: 'over',
	open: 'Look on, or take over, where somebody else works',
};
