import { setTimeout as sleep } from 'node:timers/promises';
import { exitCodeOfEnding } from '../headless/exit-code.ts';
import { tellTarget } from '../catalogue/index.ts';
import type { Screen } from '../session/screen-types.ts';
import { comingScreen } from '../session/view/coming.ts';
import { localIdentity, noIdentity, type TargetIdentity } from '../targets/identity.ts';
import type { WizardHost } from '../tui/host.ts';
import { comingHost } from './coming-host.ts';
import { ComingSession } from './coming-session.ts';
import { loadContent, loadSymptoms } from './content.ts';
import { isPlain, type Surroundings } from './door.ts';
import { language } from './language.ts';
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
	const paint = async (): Promise<number> => {
		const identity = knownBefore(opening);
		return draw(identity ? comingHost(new ComingSession(await firstScreen(identity)), terminal, open) : (await open()).host);
	};
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

async function firstScreen(identity: TargetIdentity): Promise<Screen> {
	return comingScreen({ ...identity, title: tellTarget(identity, language.session.problems) }, await loadSymptoms());
}

/** Where a session will be, if its first screen is known before anything is opened; null where it is not. */
function knownBefore(opening: Opening): TargetIdentity | null {
	if (opening.kind !== 'begin' || readsInput(opening)) return null;
	if (opening.uri === 'none') return noIdentity;
	return opening.uri === 'local' ? localIdentity() : null;
}

/** The evidence is on standard input: it is read before keys are. */
function readsInput(opening: Opening): boolean {
	return opening.kind === 'begin' && opening.evidence.some((each) => each.file === '-');
}

function surroundings(opening: Opening): Surroundings {
	return {
		env: process.env,
		isInputTerminal: process.stdin.isTTY,
		isOutputTerminal: process.stdout.isTTY,
		isInputEvidence: readsInput(opening),
	};
}

async function draw(host: WizardHost): Promise<number> {
	const { runWizard } = await import('../tui/index.ts');
	return exitCodeOfEnding(await runWizard(host));
}
