import { useEffect } from 'react';
import type { SessionHandle } from '../engine/handle.ts';
import { newsSince } from './documents/news.ts';
import { useUi } from './ui.ts';

/** Tells what became of what the operator did: of pasted evidence, and of remedies that run in the background. */
export function useArrivals(handle: SessionHandle, notify: (text: string) => void): void {
	const { m } = useUi();
	useEffect(() => {
		let seen = handle.events().at(-1)?.seq ?? 0;
		return handle.subscribe(() => {
			const events = handle.events();
			const news = newsSince(events, seen, m, handle.screen().search?.statement ?? null);
			seen = events.at(-1)?.seq ?? seen;
			if (news !== null) notify(news);
		});
	}, [handle, notify, m]);
}
