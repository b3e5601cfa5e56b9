import { useEffect } from 'react';
import type { SessionHandle } from '../engine/handle.ts';
import { broughtSince } from './documents/evidence.ts';
import { useUi } from './ui.ts';

/** Tells what became of pasted evidence: its format and how much was read from it, or that nobody recognises it. */
export function useArrivals(handle: SessionHandle, notify: (text: string) => void): void {
	const { m } = useUi();
	useEffect(() => {
		let seen = handle.events().at(-1)?.seq ?? 0;
		return handle.subscribe(() => {
			const events = handle.events();
			const brought = broughtSince(events, seen);
			seen = events.at(-1)?.seq ?? seen;
			if (!brought) return;
			const { evidence, facts } = brought;
			const problem = evidence.problem;
			notify(problem ? `${problem.message} ${problem.advice}` : m.paste.read(evidence.format, evidence.lines, facts.length));
		});
	}, [handle, notify, m]);
}
