import { readFile } from 'node:fs/promises';
import { tellError } from '../catalogue/index.ts';
import type { Engine } from '../engine/index.ts';
import { checkHandOff, encodeHandOff, type HandOffFault, readHandOff, unpackHandOff } from '../store/index.ts';
import { canaryRule, chosenIn, handOff, lastScan, type OperatorChoices } from '../transcript/index.ts';
import type { Content } from './content.ts';
import { Failure } from './failure.ts';
import { language } from './language.ts';
import { messageOf } from './message-of.ts';
import { leakFailure, partsOf } from './transcripts.ts';
import type { Workshop } from './workshop.ts';

const m = language.cli.told;

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
	if (file === null) throw new Failure(m.noHandOff(path));
	const { events, fault } = checkHandOff(file);
	if (fault !== null) throw new Failure(m.verify.file(path, describeFault(fault)));
	const [first] = events;
	if (first?.type !== 'session-started') throw new Failure(m.holdsNone(path));
	const { session } = first.start;
	await unpackHandOff(workshop.base, file, session).catch((error: unknown) => {
		throw new Failure(m.cannotOpen(path, tellError(error, language.session.problems), session));
	});
	return session;
}

/** What was changed, in words. */
export function describeFault(fault: HandOffFault): string {
	const reason = messageOf(fault.reason);
	switch (fault.kind) {
		case 'event':
			return m.verify.event(fault.seq, reason);
		case 'evidence':
			return m.verify.handedOver(fault.id, reason);
		case 'file':
			return m.verify.handOff(reason);
	}
}

async function textOf(path: string): Promise<string> {
	return readFile(path, 'utf8').catch((error: unknown) => {
		throw new Failure(m.cannotRead(path, tellError(error, language.session.problems)));
	});
}
