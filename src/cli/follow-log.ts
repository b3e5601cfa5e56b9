import { tellsOfServer } from '../parsers/error-log/whole/index.ts';
import { followFile } from '../targets/index.ts';
import type { LogGrowth } from '../session/log-growth.ts';
import type { OpenedSession } from './workshop.ts';

/** Follows the log that the session has read last, where that lies on this machine. */
export function followLog({ engine, target }: OpenedSession, onGrowth: (growth: LogGrowth) => void): () => void {
	const read = engine.state().captured.findLast(({ evidence }) => evidence.collector === 'error-log');
	const path = read?.evidence.spans[0]?.path;
	if (target.uri !== 'local' || path === undefined) return () => undefined;
	return followFile(path, ({ lines, change }) =>
		onGrowth({ lines: lines.map((text) => ({ text, matters: tellsOfServer(text) })), change }),
	);
}
