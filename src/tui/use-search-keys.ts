import { type Binding, useBindings } from './bindings.ts';
import { useUi } from './ui.ts';
import type { Wizard } from './use-wizard.ts';

/**
 * Escape and Ctrl-C end a search of the whole log before they mean anything else of the screen, so that nobody leaves by
 * stopping it; `f` shows what it has found.
 */
export function useSearchKeys({ screen, overlays, actions }: Wizard, canSee: boolean): void {
	const { m } = useUi();
	const isPlace = canSee && overlays.length === 0;
	const isRunning = isPlace && screen.legal.has('stop-search');
	const found = isPlace && screen.search?.state === 'done' ? screen.search.evidence : null;
	const interrupt = (): void => {
		void actions.send({ type: 'stop-search' }).then((taken) => taken && actions.notify(m.wholeLog.leaveNow));
	};
	const stop: Binding = { keys: ['Ctrl-C'], does: 'stopSearch', act: interrupt };
	const show: Binding = {
		...{ keys: ['f'], does: 'showSearch' },
		act: () => found !== null && actions.open({ kind: 'text', evidence: found }),
	};
	useBindings('command', 'everywhere', [...(isRunning ? [stop] : []), ...(found === null ? [] : [show])]);
	// After what the screen itself closes with it.
	const leave: Binding = { keys: ['Escape'], does: 'stopSearch', act: () => void actions.send({ type: 'stop-search' }) };
	useBindings('global', 'everywhere', isRunning ? [leave] : []);
}
