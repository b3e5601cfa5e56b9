import type { Veil } from './rule.ts';
import { RuleSet } from './rule-set.ts';

const secrets = new RuleSet((rule) => rule.about === 'secret');

/** Without a session there is nothing to be stable in: masks have no numbers. */
const veil: Veil = {
	mask: (kind, value) => (kind === 'user' || kind === 'person' ? value : `[${kind}]`),
	ipv4: () => '',
	ipv6: () => '',
	host: (name) => name,
	learn: () => {},
};

/** Hides the values of secrets; addresses and names stay. For the operator's own screen and for `diagnose`. */
export function hideSecrets(text: string): string {
	const hide = secrets.begin(() => veil);
	return text.includes('\n') ? text.split('\n').map(hide).join('\n') : hide(text);
}
