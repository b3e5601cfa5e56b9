import { type Binding, useBindings } from './bindings.ts';
import type { Wizard } from './use-wizard.ts';

/**
 * Escape and Ctrl-C end a search of the whole log before they mean anything else of the screen, so that nobody leaves by
 * stopping it; `f` shows what it has found.
 */
export function useSearchKeys({ screen, overlays, actions }: Wizard, canSee: boolean): void {
	const isPlace = canSee && overlays.length === 0;
	const isRunning = isPlace && screen.legal.has('stop-search');
	const found = isPlace && screen.search?.state === 'done' ? screen.search.evidence : null;
	const end = (): void => void actions.send({ type: 'stop-search' });
	const stop: Binding = { keys: ['Ctrl-C'], does: 'stopSearch', act: end };
	const show: Binding = {
		...{ keys: ['f'], does: 'showSearch' },
		act: () => found !== null && actions.open({ kind: 'text', evidence: found }),
	};
	useBindings('command', 'everywhere', [...(isRunning ? [stop] : []), ...(found === null ? [] : [show])]);
	// After what the screen itself closes with it.
	const leave: Binding = { keys: ['Escape'], does: 'stopSearch', act: end };
	useBindings('global', 'everywhere', isRunning ? [leave] : []);
}
