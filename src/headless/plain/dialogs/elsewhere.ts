import type { Walk } from '../walk.ts';
import { askBundle, askPractice, askSession } from './other-sessions.ts';
import { pick } from './pick.ts';

/** To another session; this one is kept. */
export async function askElsewhere(walk: Walk): Promise<void> {
	const { m, host } = walk;
	const ways: readonly { readonly label: string; readonly go: () => Promise<void> }[] = [
		{ label: m.welcome.sessions, go: () => askSession(walk) },
		...(host.practice.length > 0 ? [{ label: m.welcome.practice, go: () => askPractice(walk) }] : []),
		{ label: m.welcome.bundle, go: () => askBundle(walk) },
		{ label: m.ended.fresh, go: () => walk.switchTo(host.startFresh) },
	];
	const labels = ways.map(({ label }) => label);
	const index = await pick(m.elsewhere.title, labels, null, walk);
	if (index !== null) await ways[index]?.go();
}
