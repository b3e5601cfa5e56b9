/** What the choice of the door depends on. */
export interface Surroundings {
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly isInputTerminal: boolean;
	readonly isOutputTerminal: boolean;
	/** Standard input is evidence; the questions then need another way in. */
	readonly isInputEvidence: boolean;
}

/** Whether questions are asked line by line: where nothing can be drawn, or where somebody listens instead of looking. */
export function isPlain(wanted: boolean, { env, isInputTerminal, isOutputTerminal, isInputEvidence }: Surroundings): boolean {
	if (wanted || !isOutputTerminal || env.TERM === 'dumb') return true;
	if (isSet(env.INK_SCREEN_READER) || isSet(env.ACCESSIBLE)) return true;
	return !isInputTerminal && !isInputEvidence;
}

function isSet(value: string | undefined): boolean {
	return value !== undefined && !['', '0', 'false', 'no'].includes(value.toLowerCase());
}
