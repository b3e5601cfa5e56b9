import { commands } from './keys.ts';
import { type KeyHandler, useKeys, usePastes } from './router.ts';
import { useUi } from './ui.ts';
import type { Wizard } from './use-wizard.ts';

/**
 * Keys that mean the same everywhere. They are asked last, so that a text field can take their letters. Where nothing can
 * be seen, only leaving is possible.
 */
export function useGlobalKeys(wizard: Wizard, canSee: boolean): void {
	const { m } = useUi();
	const { screen, overlays, actions } = wizard;
	const top = overlays.at(-1)?.overlay;
	const interrupt: KeyHandler = (input, key) => {
		if (!(key.ctrl && input === 'c')) return false;
		if (top?.kind === 'quit') actions.leave(true);
		else actions.open({ kind: 'quit' });
		return true;
	};
	const wantsPalette: KeyHandler = (input, key) => input === ':' || (key.ctrl && input === 'k');
	const overOverlay: KeyHandler = (input, key) => {
		if (wantsPalette(input, key) && top?.kind !== 'palette') actions.open({ kind: 'palette' });
		else if (key.escape || (input === 'q' && top?.kind !== 'quit')) actions.close();
		else if (input === '?' && top?.kind !== 'help') actions.open({ kind: 'help' });
		return true;
	};
	const overScreen: KeyHandler = (input, key) => {
		if (key.escape) return wizard.giveUpExport();
		if (wantsPalette(input, key)) {
			actions.open({ kind: 'palette' });
			return true;
		}
		if (key.ctrl || key.meta || input === '') return false;
		const command = commands.find((each) => each.keys === input);
		if (command && !screen.legal.has(command.intent)) {
			actions.notify(m.status.notHere);
			return true;
		}
		return perform(input, wizard);
	};
	useKeys('global', (input, key) => {
		if (interrupt(input, key)) return true;
		return canSee && (top ? overOverlay(input, key) : overScreen(input, key));
	});
	usePastes('global', (text) => {
		if (top) return false;
		if (screen.legal.has('paste')) actions.open({ kind: 'paste', text });
		else actions.notify(m.paste.notNow);
		return true;
	});
}

function perform(input: string, { actions }: Wizard): boolean {
	switch (input) {
		case '?':
			actions.open({ kind: 'help' });
			return true;
		case 'q':
			actions.open({ kind: 'quit' });
			return true;
		case 'e':
			actions.open({ kind: 'export' });
			return true;
		case 'i':
			actions.open({ kind: 'knowledge' });
			return true;
		case 'v':
			actions.open({ kind: 'evidence' });
			return true;
		case 'p':
			actions.open({ kind: 'paste', text: '' });
			return true;
		case 'm':
			actions.open({ kind: 'note', line: null, isOnLine: false });
			return true;
		case 'o':
			actions.open({ kind: 'override' });
			return true;
		case 'b':
			void actions.send({ type: 'back' });
			return true;
		case 's':
			void actions.send({ type: 'skip' });
			return true;
		case 'r':
			void actions.send({ type: 'repeat' });
			return true;
		default:
			return false;
	}
}
