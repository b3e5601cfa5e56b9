import type { FactSketch, Readings } from '../../fact-parser.ts';
import type { LogStory } from '../story.ts';
import { count, latest, list, stated } from './read.ts';

export const backendFacts = {
	ajpBackendDown: ['int', 'Requests that no AJP backend answered', 'sum'],
	ajpProtocolErrors: ['int', 'Requests answered in something else than AJP', 'sum'],
	ajpBackends: ['list', 'Addresses of the backends that failed, HOST:PORT', 'union'],
	ajpErrnos: ['list', 'Error numbers of these failures; 70007 is a timeout, 70014 a closed connection', 'union'],
	ajpSignature: ['string', "First bytes of an answer that was not AJP, in hexadecimal; '4854' is HTTP"],
	ajpSecretDropped: ['int', 'Secrets dropped because two ProxyPass lines share a worker', 'sum'],
} as const satisfies Readonly<Record<string, FactSketch>>;

/** What the AJP layer adds when it passes a failure on; the line before has the error number that matters. */
const passedOn = new Set([120_006, 120_007]);

export function readBackends({ runs, events, failures, sinceStart }: LogStory): Readings<typeof backendFacts>['facts'] {
	const dialogues = failures.dialogues.filter((dialogue) => dialogue.index >= runs.boundary);
	const down = dialogues.filter((dialogue) => !dialogue.protocol);
	const protocol = dialogues.filter((dialogue) => dialogue.protocol);
	const linesOf = (some: typeof dialogues): typeof events => some.flatMap((dialogue) => dialogue.events);
	return {
		ajpBackendDown: stated(down.length, linesOf(down)),
		ajpProtocolErrors: stated(protocol.length, linesOf(protocol)),
		ajpBackends: list(linesOf(dialogues), (event) => event.detail.address),
		ajpErrnos: list(linesOf(dialogues), (event) => (event.errno !== null && !passedOn.has(event.errno) ? event.errno : null)),
		ajpSignature: latest(linesOf(protocol), (event) => event.detail.signature),
		ajpSecretDropped: count(sinceStart('ajp-parameter-ignored').filter((event) => event.detail.parameter === 'secret')),
	};
}
