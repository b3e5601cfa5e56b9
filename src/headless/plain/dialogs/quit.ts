import { EndOfInput } from '../conversation.ts';
import { interruption } from '../host.ts';
import type { Walk } from '../walk.ts';

const endings = ['open', 'stay', 'resolved', 'handed-off'] as const;

/** Whether to leave now. Enter, another q and the end of the input leave; the session is kept either way. */
export async function askQuit(walk: Walk): Promise<boolean> {
	const { talk, m, handle } = walk;
	const { legal, mayResolve } = handle.screen();
	const offered = endings.filter((each) => {
		if (each === 'resolved') return legal.has('leave') && mayResolve;
		return each === 'handed-off' ? legal.has('leave') : true;
	});
	const labels = { open: m.quit.open, stay: m.quit.stay, resolved: m.quit.resolved, 'handed-off': m.quit.handedOff };
	talk.say([m.quit.title, ...offered.map((each, index) => `${index + 1}. ${labels[each]}`), m.menu.pickDefault(1)].join('\n'));
	const text = (await hearOr('', talk)).trim();
	const chosen = text === '' || text === 'q' || text === interruption ? 'open' : (offered[Number(text) - 1] ?? 'stay');
	talk.say(m.menu.chosen(offered.indexOf(chosen) + 1, labels[chosen]));
	if (chosen === 'resolved' || chosen === 'handed-off') await walk.send({ type: 'leave', outcome: chosen });
	return chosen === 'open';
}

async function hearOr(silence: string, talk: Walk['talk']): Promise<string> {
	try {
		return await talk.hear();
	} catch (error) {
		if (error instanceof EndOfInput) return silence;
		throw error;
	}
}
