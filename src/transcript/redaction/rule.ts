/** What a rule guards: what lets somebody in, who and where somebody is, or the data of requests. */
export type RuleAbout = 'secret' | 'identity' | 'data';

/** Stand-ins for what one rule hides. */
export interface Veil {
	/** Mask of a value: the same value has the same mask throughout a session, such as `[secret-3]`. */
	readonly mask: (kind: string, value: string) => string;
	/** Mask of an address as one number, which keeps its subnets; `bits` are those that count, all unless told. */
	readonly ipv4: (address: number, bits?: number) => string;
	/** The same for eight groups of 16 bits. */
	readonly ipv6: (groups: readonly number[], bits?: number) => string;
	/** Mask of a host's name; the name itself where everybody's hosts are called so. */
	readonly host: (name: string) => string;
	/** Remembers a value that stands elsewhere, too, without hiding anything here. */
	readonly learn: (kind: string, value: string) => void;
}

/**
 * Finds one kind of thing to hide. Total; never touches a mask, so that redacting twice changes nothing; linear in the
 * length of the line.
 */
export interface Rule {
	/** What it hides is told by the catalogue under this id. */
	readonly id: string;
	readonly about: RuleAbout;
	/**
	 * When a line is worth a look: one of the literals (ASCII, lower case, three characters or more) is in it, whatever its
	 * case; or one of the signs is in it (each one ASCII character) and the pattern matches, where there is either.
	 */
	readonly glimpse: { readonly literals?: readonly string[]; readonly sign?: string; readonly pattern?: RegExp };
	readonly hide: (line: string, veil: Veil) => string;
}

/** A rule whose finds span lines: it sees every line of a text in order and keeps in mind where it is. */
export interface SpanningRule {
	readonly id: string;
	readonly about: RuleAbout;
	/** For the lines of one text. */
	readonly begin: () => (line: string, veil: Veil) => string;
}

const masked =
	/^(?:\[(?:[a-z][a-z-]*-\d+|secret|token|hash|key|cookie|session|user|person|value|address|hidden)\]|ip6?-[\da-f.:]+)/;

/** Whether the text is, or begins with, something this program put in place of a value. */
export function isMasked(text: string): boolean {
	return masked.test(text);
}

/** A rule that hides every match of a pattern as a whole. */
export function hideMatches(
	about: Omit<Rule, 'hide'>,
	kind: string,
	pattern: RegExp,
	isMeant: (value: string) => boolean = () => true,
): Rule {
	return {
		...about,
		hide: (line, veil) => line.replace(pattern, (value) => (isMeant(value) ? veil.mask(kind, value) : value)),
	};
}
