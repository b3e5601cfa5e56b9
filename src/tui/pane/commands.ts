import type { Binding } from '../bindings.ts';
import type { PaneCommand } from './state.ts';

interface PaneKey extends Pick<Binding, 'keys' | 'does'> {
	readonly command: PaneCommand;
}

/**
 * Keys that move in a pane.
 * @param arrows false leaves the arrows and letters beside them to a list.
 * @param height rows of text.
 */
export function paneCommands(arrows: boolean, isWrapped: boolean, height: number): readonly PaneKey[] {
	const half = Math.max(1, Math.floor(height / 2));
	return [
		...(arrows ? arrowKeys(isWrapped) : []),
		{ keys: ['PageDown', 'Space'], does: 'pageDown', command: { type: 'pages', by: 1 } },
		{ keys: ['PageUp'], does: 'pageUp', command: { type: 'pages', by: -1 } },
		{ keys: ['Ctrl-D'], does: 'halfDown', command: { type: 'rows', by: half } },
		{ keys: ['Ctrl-U'], does: 'halfUp', command: { type: 'rows', by: -half } },
		{ keys: [']'], does: 'nextMark', command: { type: 'mark', step: 1 } },
		{ keys: ['['], does: 'formerMark', command: { type: 'mark', step: -1 } },
		{ keys: ['n'], does: 'nextHit', command: { type: 'hit', step: 1 } },
		{ keys: ['N'], does: 'formerHit', command: { type: 'hit', step: -1 } },
		{ keys: ['w'], does: 'wrap', command: { type: 'toggle-wrap' } },
	];
}

function arrowKeys(isWrapped: boolean): readonly PaneKey[] {
	const sideways: readonly PaneKey[] = [
		{ keys: ['Right', 'l'], does: 'right', command: { type: 'columns', by: 8 } },
		{ keys: ['Left', 'h'], does: 'left', command: { type: 'columns', by: -8 } },
	];
	return [
		{ keys: ['Down', 'j'], does: 'rowDown', command: { type: 'rows', by: 1 } },
		{ keys: ['Up', 'k'], does: 'rowUp', command: { type: 'rows', by: -1 } },
		{ keys: ['Home', 'g'], does: 'start', command: { type: 'home' } },
		{ keys: ['End', 'G'], does: 'end', command: { type: 'end' } },
		...(isWrapped ? [] : sideways),
	];
}
