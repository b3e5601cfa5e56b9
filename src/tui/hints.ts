import type { Screen } from '../session/screen-types.ts';
import { type KeyHint, legalHints } from './keys.ts';
import type { TuiMessages } from '../catalogue/index.ts';
import type { Overlay } from './overlay.ts';
import { refusalOf } from './documents/remedy.ts';
import { isOver } from './screens/collectors.ts';
import { remediesOf } from './screens/diagnosis-choices.ts';

/** Keys that do something on this screen now, the most useful first. */
export function screenHints(screen: Screen, m: TuiMessages): readonly KeyHint[] {
	return [...ownHints(screen, m), ...legalHints(screen.legal, m)];
}

function ownHints({ body, legal }: Screen, m: TuiMessages): readonly KeyHint[] {
	const { keys } = m;
	const choose = { keys: 'Enter', label: keys.choose };
	const next = legal.has('continue') ? [{ keys: 'Enter', label: keys.next }] : [];
	const debug = legal.has('debug') ? [{ keys: 'G', label: keys.debug }] : [];
	switch (body.kind) {
		case 'welcome':
		case 'ended':
			return [choose];
		case 'hand-off':
			return [choose, { keys: 'Space', label: keys.scroll }];
		case 'ask':
			return legal.has('answer') ? [choose, { keys: 'd', label: keys.unknown }] : [];
		case 'collect':
			return [
				...next,
				...(body.items.every(isOver) || !legal.has('stop') ? [] : [{ keys: 'x', label: keys.stop }]),
				...(legal.has('consent') && body.items.some((item) => item.state === 'needs-consent')
					? [{ keys: 'c', label: keys.consent }]
					: []),
				...debug,
				{ keys: 'Tab', label: keys.focus },
				{ keys: '[ ]', label: keys.marks },
				{ keys: 'y Y', label: keys.copy },
			];
		case 'judge':
			return [...next, { keys: '[ ]', label: keys.marks }, { keys: 'y Y', label: keys.copy }];
		case 'diagnosis':
			return [
				choose,
				...(body.diagnoses.length > 0 ? [{ keys: 'a', label: keys.article }] : []),
				...debug,
				{ keys: 'Space', label: keys.scroll },
				{ keys: 'Tab', label: keys.focus },
				{ keys: 'y Y', label: keys.copy },
			];
	}
}

/** While a text to search for is typed: null where what is typed is another thing. */
export function searchHints(overlay: Overlay | undefined, { keys }: TuiMessages): readonly KeyHint[] | null {
	if (overlay !== undefined && !['help', 'article', 'text', 'export', 'knowledge'].includes(overlay.kind)) return null;
	return [
		{ keys: 'Enter', label: keys.search },
		{ keys: 'Esc', label: keys.close },
	];
}

/** Keys of what lies on top; those of the screen below do nothing then. */
export function overlayHints(overlay: Overlay, screen: Screen, m: TuiMessages): readonly KeyHint[] {
	const { keys } = m;
	const close = { keys: 'Esc', label: keys.close };
	switch (overlay.kind) {
		case 'help':
		case 'article':
		case 'text':
			return [close, { keys: 'Space', label: keys.scroll }, { keys: '/', label: keys.search }, { keys: 'y', label: keys.copy }];
		case 'palette':
			return [{ keys: 'Enter', label: keys.choose }, { keys: 'Up Down', label: keys.move }, close];
		case 'knowledge':
			return [{ keys: 'Enter', label: keys.choose }, { keys: '/', label: keys.search }, close];
		case 'practice':
		case 'sessions':
		case 'evidence':
		case 'watch':
		case 'others':
		case 'lift-rule':
		case 'quit':
		case 'override':
			return [{ keys: 'Enter', label: keys.choose }, close];
		case 'export':
			return [
				{ keys: 'Enter', label: keys.choose },
				{ keys: 'Tab', label: keys.focus },
				{ keys: 'Space', label: keys.scroll },
				close,
			];
		case 'note':
			return [
				{ keys: 'Enter', label: keys.send },
				...(overlay.line === null ? [] : [{ keys: 'Tab', label: keys.lineOrStep }]),
				close,
			];
		case 'bundle':
		case 'hide-text':
		case 'paste':
			// Enter is one more row of what is typed, and sends what was pasted.
			return [{ keys: 'Ctrl-D', label: keys.send }, close];
		case 'remedy':
			return [
				...(isRefused(overlay, screen, m) ? [] : [{ keys: 'Enter', label: keys.send }]),
				{ keys: 'Y', label: keys.copy },
				close,
			];
		case 'debug':
			if (overlay.subject === null) return [{ keys: 'Enter', label: keys.choose }, close];
			return [{ keys: 'Enter', label: keys.send }, { keys: 'Y', label: keys.copy }, close];
		case 'consent':
			return [{ keys: 'Enter', label: keys.send }, { keys: 'Y', label: keys.copy }, close];
	}
}

/** There is nothing to type then. */
function isRefused({ diagnosis, remedy, undo }: Overlay & { kind: 'remedy' }, { body, legal }: Screen, m: TuiMessages): boolean {
	const all = body.kind === 'diagnosis' ? remediesOf(body) : [];
	const view = all.find((each) => each.diagnosis === diagnosis && each.id === remedy);
	return view !== undefined && refusalOf(view, undo, legal.has('apply-remedy'), m) !== null;
}
