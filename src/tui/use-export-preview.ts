import { useEffect, useState } from 'react';
import type { SessionHandle } from '../engine/handle.ts';
import type { ExportPreview } from '../engine/door-host.ts';
import { tellError, type TuiMessages } from '../catalogue/index.ts';
import type { WizardHost } from './host.ts';

/** What an export would hide: null while that is looked at, a message where it cannot be told. */
export type PreviewState = { readonly preview: ExportPreview } | { readonly problem: string } | null;

/** What an export would hide now. Looked at anew when what was chosen may have changed. */
export function useExportPreview(host: WizardHost, handle: SessionHandle, isActive: boolean, m: TuiMessages): PreviewState {
	const [state, setState] = useState<PreviewState>(null);
	useEffect(() => {
		if (!isActive) return undefined;
		const left = new AbortController();
		const tell = (next: PreviewState): void => {
			if (!left.signal.aborted) setState(next);
		};
		// After the frame that says so: all evidence is read for it.
		const timer = setTimeout(() => {
			host.previewExport(handle, left.signal).then(
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
