export interface RedactionRule {
	readonly id: string;
	readonly pattern: RegExp;
	/** The text to put in place of a match; `maskOf` gives the same stand-in for the same value. */
	readonly replace: (match: readonly unknown[], maskOf: (kind: string, original: string) => string) => string;
}

/** Replaces the last group, keeps those before it. */
function keepBefore(id: string, kind: string, pattern: RegExp): RedactionRule {
	return {
		id,
		pattern,
		replace: (match, maskOf) => {
			const groups = match
				.slice(1)
				.filter((each) => typeof each === 'string')
				.slice(0, 2);
			const [before = '', value = ''] = groups;
			return `${before}[${maskOf(kind, String(value))}]`;
		},
	};
}

/** Values that let somebody in. */
export const secretRules: readonly RedactionRule[] = [
	{
		id: 'pem-block',
		pattern: /-----BEGIN [A-Z0-9 ]+-----[\s\S]*?(?:-----END [A-Z0-9 ]+-----|$)/g,
		replace: (_match, maskOf) => `[${maskOf('pem', 'block')}]`,
	},
	keepBefore('url-credentials', 'credentials', /(\b[a-z][a-z0-9+.-]*:\/\/)([^\s/:@"']+:[^\s/@"']+)(?=@)/gi),
	keepBefore(
		'authorization',
		'secret',
		/(\b(?:proxy-)?authorization["']?\s*[:=]\s*["']?(?:(?:basic|bearer|digest|negotiate)\s+)?)([^\s"',;]+)/gi,
	),
	keepBefore('cookie', 'secret', /(\b(?:set-)?cookie["']?\s*[:=]\s*["']?)([^\n"']+)/gi),
	keepBefore(
		'named-secret',
		'secret',
		/((?:\b|[_.-])(?:pass(?:word|wd|phrase)?|pwd|(?:required)?secret|token|api[_-]?key|access[_-]?key|private[_-]?key|client[_-]?secret)["']?\s*(?:=|:|\s+=\s*|=>)\s*["']?)(?!\[)([^\s"',;<>&)]+)/gi,
	),
	keepBefore(
		'directive-secret',
		'secret',
		/(^\s*(?:AuthLDAPBindPassword|SSLPassPhraseDialog|JkWorkerProperty\s+worker\.[\w.-]+\.secret=)\s*["']?)(?!\[)([^\s"'=]+)/gim,
	),
	{
		id: 'known-token',
		pattern:
			/\b(?:AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36,}|xox[abprs]-[A-Za-z0-9-]{10,}|eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]{4,}|sk_live_\w{16,})\b/g,
		replace: (match, maskOf) => `[${maskOf('token', String(match[0]))}]`,
	},
];

/** Values that tell who and where. */
export const addressRules: readonly RedactionRule[] = [
	{
		id: 'e-mail',
		pattern: /\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b/g,
		replace: (match, maskOf) => `[${maskOf('mail', String(match[0]))}]`,
	},
	{
		id: 'ipv4',
		// Not versions such as 1.2.48.1 in a product name, nor loopback and unspecified addresses, which tell nothing.
		pattern: /(?<![\w./-])(?!127\.|0\.0\.0\.0)(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\w.]*\d)/g,
		replace: (match, maskOf) => {
			const address = String(match[0]);
			const subnet = address.slice(0, address.lastIndexOf('.'));
			return `${maskOf('net', subnet)}.${maskOf(`host-in-${subnet}`, address).split('-').at(-1)}`;
		},
	},
];
