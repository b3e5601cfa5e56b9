import type { SessionEvent } from '../domain/index.ts';
import type { FindingView, RemedyActionView } from './screen-types.ts';

/** The commands that brought some pieces of evidence, each once; the source of what the operator brought. */
export function commandsBehind(events: readonly SessionEvent[], ids: readonly string[]): string {
	const wanted = events.flatMap((event) =>
		event.type === 'evidence-captured' && ids.includes(event.evidence.id) ? [event] : [],
	);
	const commands = wanted.flatMap(({ run, evidence }) => {
		const started = events.find((event) => event.type === 'collection-started' && event.run === run);
		const requests = started?.type === 'collection-started' ? started.requests : [];
		const own = requests.filter((request) => request === evidence.source || request.endsWith(` ${evidence.source}`));
		if (own.length > 0) return own;
		return requests.length > 0 ? requests : [evidence.source];
	});
	return [...new Set(commands)].join('\n');
}

/** What an operator could type in its place; changes of files are none. */
export function commandsOf(actions: readonly RemedyActionView[]): string {
	return actions.flatMap(({ description, change, manual }) => (change === null && !manual ? [description] : [])).join('\n');
}

/** The commands behind the lines that findings rest on. */
export function commandsOfProof(events: readonly SessionEvent[], findings: readonly FindingView[]): string {
	return commandsBehind(
		events,
		findings.flatMap(({ proofs }) => proofs.map(({ evidence }) => evidence)),
	);
}
