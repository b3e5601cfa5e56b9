import { problems } from './problems/index.ts';
import { kinds, riskNames, statuses } from './states.ts';

/** Sentences of the commands that answer without a conversation. */
export const headless = {
	problems,
	report: {
		statuses,
		kinds,
		riskNames,
		diagnoses: (number: number) => (number === 1 ? 'One diagnosis.' : `${number} diagnoses.`),
		healthy: 'No failure found.',
		unknown: 'The evidence does not tell the cause yet.',
		culprit: (module: string) => `culprit: ${module}`,
		more: (proofs: number) => `… and ${proofs} more`,
		article: (id: string) => `article: httpd-medic knowledge ${id}`,
		remedy: (kind: string, risk: string, title: string) => `${kind} (${risk}): ${title}`,
		title: (title: string, id: string, status: string, isRisk: boolean) =>
			`${title} [${id}, ${status}${isRisk ? ', a risk' : ''}]`,
		note: (statement: string) => `Note: ${statement}`,
		ruledOut: 'Ruled out:',
		missing: 'Missing:',
		unread: 'Could not be read, or not in full:',
	},
	explain: {
		unrecognised: 'No parser recognises this text. Name its format with --as FORMAT.',
		partial: 'The text was only partly understood: it may confirm, but not rule out.',
	},
};
