import { useEffect, useState } from 'react';
import type { SessionHandle } from '../engine/handle.ts';
import type { ExportPreview } from '../engine/door-host.ts';
import { tellError, type TuiMessages } from '../catalogue/index.ts';
import type { WizardHost } from './host.ts';

/** What an export would hide: per cent while that is looked at, a message where it cannot be told. */
export type PreviewState = { readonly preview: ExportPreview } | { readonly problem: string } | { readonly percent: number };

/** What an export would hide now. Looked at anew when what was chosen may have changed. */
export function useExportPreview(host: WizardHost, handle: SessionHandle, isActive: boolean, m: TuiMessages): PreviewState {
	const [state, setState] = useState<PreviewState>({ percent: 0 });
	useEffect(() => {
		if (!isActive) return undefined;
		const left = new AbortController();
		const tell = (next: PreviewState): void => {
			if (!left.signal.aborted) setState(next);
		};
		// After the frame that says so: all evidence is read for it.
		const timer = setTimeout(() => {
			let told = 0;
			const share = (done: number): void => {
				const percent = Math.floor(100 * done);
				// It is called far more often than that changes.
				if (percent !== told) tell({ percent });
				told = percent;
			};
			host.previewExport(handle, { signal: left.signal, tell: share }).then(
				(preview) => tell({ preview }),
				(error: unknown) => tell({ problem: tellError(error, m.problems) }),
			);
		}, 0);
		return () => {
			left.abort();
			clearTimeout(timer);
		};
	}, [host, handle, isActive, m]);
	return state;
}
