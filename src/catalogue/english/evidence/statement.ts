/** Words that are filled into the statements of flows and articles, which are translated together with them. */
export const statement = {
	unknown: 'not known',
	none: 'none',
	whenTrue: 'yes',
	whenFalse: 'no',
	/** Nouns that change where the number before them is one; none in a language that does not. */
	one: {
		children: 'child',
		processes: 'process',
		times: 'time',
		lines: 'line',
		assertions: 'assertion',
		generations: 'generation',
		requests: 'request',
		failures: 'failure',
		bytes: 'byte',
	} as Readonly<Record<string, string>>,
	/** Verbs that change with such a noun. */
	oneDoes: { say: 'says', tell: 'tells', were: 'was' } as Readonly<Record<string, string>>,
	fixedIn: (name: string, version: string) => `${name} (fixed in ${version})`,
};
