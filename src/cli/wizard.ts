import { setTimeout as sleep } from 'node:timers/promises';
import { exitCodeOfEnding } from '../headless/exit-code.ts';
import { comingScreen } from '../session/view/coming.ts';
import { localIdentity } from '../targets/local-identity.ts';
import type { WizardHost } from '../tui/host.ts';
import { comingHost } from './coming-host.ts';
import { ComingSession } from './coming-session.ts';
import { loadContent, loadSymptoms } from './content.ts';
import { isPlain, type Surroundings } from './door.ts';
import type { Opening } from './opening.ts';
import { createTerminal } from './terminal.ts';
import type { OpenedHost } from './wizard-host.ts';

const closeWithinMs = 3000;

/** Opens the wizard: drawn in a terminal, or as plain questions where that is wanted or nothing can be drawn. */
export async function runSession(opening: Opening, wantsPlain = false): Promise<void> {
	const around = surroundings(opening);
	const terminal = createTerminal();
	let opened: OpenedHost | null = null;
	let coming: Promise<OpenedHost> | null = null;
	const begin = async (): Promise<OpenedHost> => {
		const { openHost } = await import('./wizard-host.ts');
		opened = await openHost(opening, await loadContent(), terminal);
		return opened;
	};
	const open = (): Promise<OpenedHost> => {
		coming = begin();
		return coming;
	};
	const ask = async (): Promise<number> => {
		const { host } = await open();
		const { askPlainly } = await import('./ask-plainly.ts');
		return askPlainly(host);
	};
	const paint = async (): Promise<number> =>
		draw(
			isFresh(opening)
				? comingHost(new ComingSession(comingScreen(localIdentity(), await loadSymptoms())), terminal, open)
				: (await open()).host,
		);
	try {
		process.exitCode = await (isPlain(wantsPlain, around) ? ask() : paint());
	} finally {
		if (opened === null) await putAway(coming);
		else await (opened as OpenedHost).close();
	}
}

/** Whoever left before the session was open does not wait long for a slow disk: a journal is safe at any moment. */
async function putAway(coming: Promise<OpenedHost> | null): Promise<void> {
	const away = coming?.then(
		(host) => host.close(),
		() => undefined,
	);
	const isAway = await Promise.race([Promise.resolve(away).then(() => true), sleep(closeWithinMs, false, { ref: false })]);
	if (!isAway) process.exit();
}

/** Its first screen is known before anything is opened. */
function isFresh(opening: Opening): boolean {
	return opening.kind === 'begin' && opening.uri === 'local' && opening.evidence.length === 0;
}

function surroundings(opening: Opening): Surroundings {
	return {
		env: process.env,
		isInputTerminal: process.stdin.isTTY,
		isOutputTerminal: process.stdout.isTTY,
		isInputEvidence: opening.kind === 'begin' && opening.evidence.some((each) => each.file === '-'),
	};
}

async function draw(host: WizardHost): Promise<number> {
	const { runWizard } = await import('../tui/index.ts');
	return exitCodeOfEnding(await runWizard(host));
}
