import type { ExportKind } from '../../engine/door-host.ts';
import { interruption } from './host.ts';
import type { Walk } from './walk.ts';

const lookEvery = 1;
/** Per cent that are worth a line of their own. */
const tellEach = 20;

/**
 * Writes a report and tells now and then how far it is, where that takes long. `x` and Ctrl-C give it up: that is told, and
 * there is no path.
 */
export async function writeExport(kind: ExportKind, { host, handle, talk, m }: Walk): Promise<string | null> {
	const left = new AbortController();
	let percent = 0;
	let told = -tellEach;
	const stops: (() => void)[] = [];
	const obey = (line: string): boolean => {
		if (line === 'x' || line === interruption) left.abort();
		// An interruption leads on to the question whether to leave.
		return line === 'x';
	};
	const look = (): void => {
		if (talk.isInterrupted) left.abort();
		if (stops.length === 1) stops.push(talk.overhear(obey));
		if (percent < told + tellEach) return;
		told = percent;
		talk.say(m.export.written(percent));
	};
	stops.push(talk.every(lookEvery, look));
	try {
		const tell = (done: number): void => void (percent = Math.floor(100 * done));
		return await host.exportSession(handle, kind, { signal: left.signal, tell });
	} catch (error) {
		if (!left.signal.aborted) throw error;
		talk.say(m.export.givenUp);
		return null;
	} finally {
		for (const stop of stops) stop();
	}
}
