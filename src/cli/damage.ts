import { verifySession } from '../store/index.ts';
import { language } from './language.ts';
import { messageOf } from './message-of.ts';

const m = language.cli.told.verify;

/** What of a session on this machine is not as it was written, in words: what is made of it must tell so. */
export async function damageIn(directory: string): Promise<readonly string[]> {
	const { changed, evidence } = await verifySession(directory);
	return [
		...(changed === null ? [] : [m.cutAt(changed.seq, messageOf(changed.reason))]),
		...evidence.map(({ id, reason }) => m.captured(id, messageOf(reason))),
	];
}
