import { use } from 'react';
import { type Binding, useBindings } from './bindings.ts';
import { commands } from './keys.ts';
import type { Overlay } from './overlay.ts';
import { RouterContext, useKeys, usePastes } from './router.ts';
import { useUi } from './ui.ts';
import type { Wizard } from './use-wizard.ts';

/**
 * Keys that mean the same everywhere. They are asked last, so that a text field can take their letters. Where nothing can
 * be seen, only leaving is possible.
 */
export function useGlobalKeys(wizard: Wizard, canSee: boolean): void {
	const { m } = useUi();
	const { keys } = use(RouterContext);
	const { screen, overlays, actions } = wizard;
	const top = overlays.at(-1)?.overlay;
	const open = (overlay: Overlay) => (): void => actions.open(overlay);
	const leave: Binding = {
		...{ keys: ['Ctrl-C'], does: 'leaveAtOnce' },
		act: () => (top?.kind === 'quit' ? actions.leave(true) : actions.open({ kind: 'quit' })),
	};
	const palette: Binding = { keys: [':', 'Ctrl-K'], does: 'commands', act: open({ kind: 'palette' }) };
	const help: Binding = { keys: ['?'], does: 'help', act: () => actions.open({ kind: 'help', listings: keys.listings() }) };
	const overOverlay: readonly Binding[] = [
		{ keys: top?.kind === 'quit' ? ['Escape'] : ['Escape', 'q'], does: 'close', act: actions.close },
		...(top?.kind === 'palette' ? [] : [palette]),
		...(top?.kind === 'help' ? [] : [help]),
	];
	const overScreen: readonly Binding[] = [
		...commands
			.filter(({ intent }) => screen.legal.has(intent))
			.map(({ keys: key, label, act }) => ({ keys: [key], does: label, act: () => act(actions) })),
		{ keys: ['e'], does: 'export', act: open({ kind: 'export' }) },
		{ keys: ['v'], does: 'evidence', act: open({ kind: 'evidence' }) },
		{ keys: ['i'], does: 'knowledge', act: open({ kind: 'knowledge' }) },
		palette,
		help,
		...(wizard.exporting === null ? [] : [{ keys: ['Escape'], does: 'giveUpExport', act: wizard.giveUpExport } as const]),
		{ keys: ['q'], does: 'quit', act: open({ kind: 'quit' }) },
	];
	const seen = top ? overOverlay : overScreen;
	useBindings('global', 'everywhere', [...(canSee ? seen : []), leave]);
	// Whoever presses a key of another step is told so.
	useKeys('last', (input, key) => {
		const isElsewhere = canSee && !top && !key.ctrl && !key.meta && commands.some((each) => each.keys === input);
		if (isElsewhere) actions.notify(m.status.notHere);
		return false;
	});
	usePastes('global', (text) => {
		if (top) return false;
		if (screen.legal.has('paste')) actions.open({ kind: 'paste', text });
		else actions.notify(m.paste.notNow);
		return true;
	});
}
