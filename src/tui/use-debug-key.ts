import type { SessionEvent } from '../domain/index.ts';
import type { DebuggerView } from '../session/screen-types.ts';
import { useBindings } from './bindings.ts';
import { capturedIn } from './documents/evidence.ts';
import type { Overlay } from './overlay.ts';
import type { Wizard } from './use-wizard.ts';

/** G, before lists and panes take it for their end: talks to gdb wherever there is something to talk about. */
export function useDebugKey({ screen, overlays, actions, handle }: Wizard, canSee: boolean): void {
	const top = overlays.at(-1)?.overlay;
	const isPlace = top === undefined || top.kind === 'text';
	const talk = (): void => {
		const [only, ...more] = shownHere(screen.debuggers, top, handle.events());
		if (only && more.length === 0 && only.risk === 'read') void actions.send({ type: 'debug', subject: only.subject });
		else actions.open({ kind: 'debug', subject: only && more.length === 0 ? only.subject : null });
	};
	const canTalk = canSee && isPlace && screen.legal.has('debug');
	useBindings('command', 'here', [{ keys: ['G'], does: 'debug', act: talk }], canTalk);
}

/** Over the backtrace of a core, that core is meant. */
function shownHere(
	all: readonly DebuggerView[],
	top: Overlay | undefined,
	events: readonly SessionEvent[],
): readonly DebuggerView[] {
	if (top?.kind !== 'text') return all;
	const source = capturedIn(events).find(({ evidence }) => evidence.id === top.evidence)?.evidence.source ?? '';
	const meant = all.filter(({ subject }) => source.includes(subject.slice(subject.indexOf(':') + 1)));
	return meant.length > 0 ? meant : all;
}
