import { useEffect, useMemo, useRef, useState } from 'react';
import { tellError } from '../catalogue/index.ts';
import type { ExportKind } from '../engine/door-host.ts';
import type { SessionHandle } from '../engine/handle.ts';
import type { WizardHost } from './host.ts';
import { useUi } from './ui.ts';

/** The export that is written beside whatever else the operator does. */
interface Exporting {
	/** How far it is, in words; null while none is written. */
	readonly status: string | null;
	readonly exportAs: (kind: ExportKind) => void;
	/** False where none is written. */
	readonly giveUp: () => boolean;
	/** Leaves once it is written, or at once where none is or somebody interrupts. */
	readonly leave: (interrupted: boolean) => void;
}

interface Around {
	readonly exported: (path: string) => void;
	readonly notify: (text: string) => void;
	readonly leave: (interrupted: boolean) => void;
}

interface Open {
	readonly left: AbortController;
	readonly wantsToLeave: boolean;
}

/** An export has its own line and its own key, so that it keeps nothing else waiting. */
export function useExporting(host: WizardHost, handle: SessionHandle, { exported, notify, leave }: Around): Exporting {
	const { m } = useUi();
	const [percent, setPercent] = useState<number | null>(null);
	const [isLeaving, setLeaving] = useState(false);
	const open = useRef<Open>(null);
	const present = useRef(handle);
	useEffect(() => {
		present.current = handle;
	}, [handle]);
	useEffect(() => () => open.current?.left.abort(), []);
	const keys = useMemo(() => {
		const write = async (kind: ExportKind, signal: AbortSignal): Promise<string> => {
			try {
				const path = await host.exportSession(handle, kind, { signal, tell: (done) => setPercent(Math.floor(100 * done)) });
				// It is no report of a session that was gone on to meanwhile.
				if (present.current === handle) exported(path);
				if (open.current?.wantsToLeave) leave(false);
				return m.export.done(path);
			} catch (error) {
				return signal.aborted ? m.export.givenUp : m.status.failed(tellError(error, m.problems));
			}
		};
		const end = (told: string): void => {
			open.current = null;
			setLeaving(false);
			setPercent(null);
			notify(told);
		};
		return {
			exportAs: (kind: ExportKind): void => {
				if (open.current !== null) return notify(m.export.oneAtATime);
				const left = new AbortController();
				open.current = { left, wantsToLeave: false };
				setPercent(0);
				void write(kind, left.signal).then(end);
			},
			giveUp: (): boolean => {
				open.current?.left.abort();
				return open.current !== null;
			},
			leave: (interrupted: boolean): void => {
				if (interrupted || open.current === null) return leave(interrupted);
				open.current = { ...open.current, wantsToLeave: true };
				setLeaving(true);
			},
		};
	}, [host, handle, exported, notify, leave, m]);
	const status = percent === null ? null : isLeaving ? m.export.leaving(percent) : m.export.writing(percent);
	return { status, ...keys };
}
