import { useEffect, useState } from 'react';
import type { SessionHandle } from '../engine/handle.ts';
import type { ExportPreview, WizardHost } from './host.ts';

/** What an export would hide now; null while that is looked at. Looked at anew when what was chosen may have changed. */
export function useExportPreview(host: WizardHost, handle: SessionHandle, isActive: boolean): ExportPreview | null {
	const [preview, setPreview] = useState<ExportPreview | null>(null);
	useEffect(() => {
		if (!isActive) return undefined;
		let isWanted = true;
		// After the frame that says so: all evidence is read for it.
		const timer = setTimeout(() => {
			host.previewExport(handle).then(
				(found) => isWanted && setPreview(found),
				() => undefined,
			);
		}, 0);
		return () => {
			isWanted = false;
			clearTimeout(timer);
		};
	}, [host, handle, isActive]);
	return preview;
}
