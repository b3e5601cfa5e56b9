import { readFile } from 'node:fs/promises';
import type { Engine } from '../engine/index.ts';
import { checkHandOff, encodeHandOff, type HandOffFault, readHandOff, unpackHandOff } from '../store/index.ts';
import { canaryRule, chosenIn, handOff, lastScan, type OperatorChoices } from '../transcript/index.ts';
import type { Content } from './content.ts';
import { Failure } from './failure.ts';
import { language } from './language.ts';
import { leakFailure, partsOf } from './transcripts.ts';
import type { Workshop } from './workshop.ts';

/** A session as one redacted file. `seal` is the hash over the journal that it is made of. */
export function handOffText(engine: Engine, content: Content, seal: string, choices: OperatorChoices): string {
	const { events, texts, secrets } = handOff(partsOf(engine, content), choices);
	const text = encodeHandOff(events, texts, { events: engine.events().length, seal });
	const keep = [...choices.keep, ...chosenIn(engine.events()).keep];
	const leaks = lastScan(withoutHashes(text), secrets, !keep.includes(canaryRule), language.transcript.leaks);
	if (leaks.length > 0) throw leakFailure(leaks);
	return text;
}

/** Without the hashes that this program has put beside what they are about: they are as random as secrets are. */
function withoutHashes(text: string): string {
	const file = readHandOff(text);
	if (file === null) return text;
	const { events, hashes } = checkHandOff(file);
	const kept = events.flatMap((event) => (event.type === 'evidence-captured' ? [event.evidence.sha256] : []));
	const own = new Set([...hashes, ...kept, file.hash, file.original.seal]);
	return text.replaceAll(/(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/g, (hash) => (own.has(hash) ? '' : hash));
}

/** Makes a session of a hand-off and gives its id; the one that is here already where it was opened before. */
export async function takeHandOff(workshop: Workshop, path: string): Promise<string> {
	const file = readHandOff(await textOf(path));
	if (file === null) throw new Failure(`${path} is no hand-off of httpd-medic.`);
	const { events, fault } = checkHandOff(file);
	if (fault !== null) throw new Failure(`${path} is not as it was written: ${describeFault(fault)}`);
	const [first] = events;
	if (first?.type !== 'session-started') throw new Failure(`${path} holds no session.`);
	const { session } = first.start;
	await unpackHandOff(workshop.base, file, session).catch((error: unknown) => {
		const reason = error instanceof Error ? error.message : String(error);
		throw new Failure(`${path} cannot be opened: ${reason}. Take that one up with: httpd-medic resume ${session}`);
	});
	return session;
}

/** What was changed, in words. */
export function describeFault(fault: HandOffFault): string {
	switch (fault.kind) {
		case 'event':
			return `Event ${fault.seq} is not as it was written: ${fault.reason}`;
		case 'evidence':
			return `Evidence ${fault.id} is not as it was handed over: ${fault.reason}`;
		case 'file':
			return `The file is not as it was written: ${fault.reason}`;
	}
}

async function textOf(path: string): Promise<string> {
	return readFile(path, 'utf8').catch((error: unknown) => {
		throw new Failure(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
	});
}
