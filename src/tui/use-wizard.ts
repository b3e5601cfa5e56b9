import { tellError } from '../catalogue/index.ts';
import { clipboardWrite } from '../domain/index.ts';
import { use, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { SessionHandle } from '../engine/handle.ts';
import type { Screen } from '../session/screen-types.ts';
import { createLineReader, type LineReader } from './documents/proof.ts';
import type { WizardHost } from './host.ts';
import type { Overlay } from './overlay.ts';
import { RouterContext } from './router.ts';
import type { Actions } from './screens/props.ts';
import type { JobControl } from './terminal/job-control.ts';
import { useUi } from './ui.ts';
import { useArrivals } from './use-arrivals.ts';
import { useExporting } from './use-exporting.ts';

/** What the program around the wizard is told. */
export interface Witness {
	readonly session: (handle: SessionHandle) => void;
	readonly exported: (path: string) => void;
	readonly leave: (interrupted: boolean) => void;
	/** Another program has the terminal. */
	readonly lent: (isLent: boolean) => void;
	readonly isLent: () => boolean;
	readonly jobs: JobControl;
}

/** The number keeps apart two overlays of one kind. */
interface Layered {
	readonly overlay: Overlay;
	readonly number: number;
}

export interface Wizard {
	readonly handle: SessionHandle;
	readonly screen: Screen;
	/** The topmost last. */
	readonly overlays: readonly Layered[];
	/** One line for the operator; null when there is none. */
	readonly notice: string | null;
	readonly clearNotice: () => void;
	/** How far the export is that is written; null while none is. */
	readonly exporting: string | null;
	/** False while none is written. */
	readonly giveUpExport: () => boolean;
	readonly actions: Actions;
	readonly read: LineReader;
}

/** The present session, what lies on top of it, and all that can be asked for. */
export function useWizard(host: WizardHost, witness: Witness): Wizard {
	const { m, tell, copies } = useUi();
	const [handle, setHandle] = useState(host.session);
	const [overlays, setOverlays] = useState<readonly Layered[]>([]);
	const [notice, setNotice] = useState<string | null>(null);
	const isBusy = useRef(false);
	const { gate } = use(RouterContext);
	const screen = useSyncExternalStore(handle.subscribe, handle.screen);
	const read = useMemo(() => createLineReader(handle.evidenceText), [handle]);
	useEffect(() => witness.session(handle), [witness, handle]);
	const { exported } = witness;
	const around = { exported, notify: setNotice, leave: witness.leave };
	const { status: exporting, exportAs, giveUp: giveUpExport, leave } = useExporting(host, handle, around);
	const actions = useMemo((): Actions => {
		const attempt = async (work: () => Promise<void>): Promise<boolean> => {
			if (isBusy.current) return false;
			isBusy.current = true;
			gate.hold();
			try {
				await work();
				return true;
			} catch (error) {
				setNotice(m.status.failed(tellError(error, m.problems)));
				return false;
			} finally {
				isBusy.current = false;
				gate.release();
			}
		};
		return {
			send: (intent) => attempt(() => handle.send(intent)),
			open: (overlay) => setOverlays((all) => [...all, { overlay, number: (all.at(-1)?.number ?? 0) + 1 }]),
			close: () => setOverlays((all) => all.slice(0, -1)),
			closeAll: () => setOverlays([]),
			notify: setNotice,
			copy: (text, what) => {
				if (text.trim() === '') return setNotice(m.copying.nothing);
				if (!copies) return setNotice(m.copying.cannot);
				const { sequence, characters } = clipboardWrite(text);
				tell(sequence);
				setNotice(characters < text.length ? m.copying.cut(characters, text.length) : m.copying[what](characters));
			},
			switchTo: (open) => {
				setNotice(m.status.working);
				void attempt(async () => {
					const next = await open();
					setHandle(next);
					setOverlays([]);
					setNotice(null);
					if (next !== handle) await handle.close();
				});
			},
			exportAs,
			leave,
		};
	}, [handle, gate, m, tell, copies, exportAs, leave]);
	useArrivals(handle, setNotice);
	return { handle, screen, overlays, notice, clearNotice: () => setNotice(null), exporting, giveUpExport, actions, read };
}
