import type { EventKind, LogEvent } from '../event.ts';
import { secondsBetween } from '../time.ts';
import type { Failure } from './failure.ts';

/** One failure of a request to an AJP backend, told in several lines by one thread. */
export interface Dialogue {
	readonly events: readonly LogEvent[];
	readonly index: number;
	/** The backend does not speak AJP, rather than not answering. */
	readonly protocol: boolean;
}

/** In which order one failure is told: connecting, or a dialogue that breaks off. A lower step begins a new failure. */
const steps: ReadonlyMap<EventKind, readonly [chain: 'connect' | 'dialogue', step: number]> = new Map([
	['ajp-connect-failed', ['connect', 1]],
	['proxy-worker-disabled', ['connect', 2]],
	['ajp-unreachable', ['connect', 3]],
	['ajp-bad-signature', ['dialogue', 1]],
	['ajp-bad-message', ['dialogue', 2]],
	['ajp-receive-failed', ['dialogue', 2]],
	['ajp-read-failed', ['dialogue', 3]],
	['ajp-dialog-failed', ['dialogue', 4]],
	['jk-retry', ['dialogue', 5]],
	['jk-gave-up', ['dialogue', 6]],
]);
const protocolKinds: ReadonlySet<EventKind> = new Set(['ajp-bad-signature', 'ajp-bad-message']);
/** The lines of one failure are written at once; mod_jk retries within this time. */
const longestTellingSeconds = 2;

interface Open {
	readonly events: LogEvent[];
	readonly index: number;
	retried: boolean;
}

/** mod_jk tells why each of its attempts failed, then that it gives up: one request, one failure. */
const isJk = (event: LogEvent): boolean =>
	event.kind === 'jk-retry' || event.kind === 'jk-gave-up' || event.detail.errno !== undefined;

/** mod_jk tells twice of a socket that it could not open, and twice that it gives up. */
function stepOf(event: LogEvent): readonly [chain: string, step: number] {
	const [chain, step] = steps.get(event.kind) ?? ['connect', 0];
	return [chain, event.detail.stage === undefined ? step : step + 0.5];
}

function continues(open: Open, event: LogEvent): boolean {
	const last = open.events.at(-1);
	if (!last) return false;
	if (last.at !== null && event.at !== null && secondsBetween(last.at, event.at) > longestTellingSeconds) return false;
	const [chain, step] = stepOf(last);
	const [nextChain, nextStep] = stepOf(event);
	if (isJk(event) || isJk(last)) {
		const anew = last.kind !== 'jk-gave-up' && (open.retried || chain !== nextChain);
		return anew || (chain === nextChain && nextStep > step);
	}
	if (chain !== nextChain) return false;
	const otherAddress =
		event.kind === 'ajp-connect-failed' && last.kind === event.kind && last.detail.address !== event.detail.address;
	return nextStep > step || otherAddress;
}

/** Failed requests to AJP backends, in the order of the log. A disabled worker alone may be of another protocol. */
export function failedDialogues(events: readonly LogEvent[]): readonly Dialogue[] {
	const all: Open[] = [];
	const byThread = new Map<string, Open>();
	for (const [index, event] of events.entries()) {
		if (!steps.has(event.kind)) continue;
		const thread = `${event.pid ?? ''}:${event.tid ?? ''}`;
		let open = byThread.get(thread);
		if (!open || !continues(open, event)) {
			open = { events: [], index, retried: false };
			all.push(open);
			byThread.set(thread, open);
		}
		open.events.push(event);
		open.retried ||= event.kind === 'jk-retry';
	}
	return all
		.filter(({ events: lines }) => lines.some((each) => each.kind !== 'proxy-worker-disabled' || each.detail.scheme === 'AJP'))
		.map(({ events: lines, index }) => ({ events: lines, index, protocol: lines.some((each) => protocolKinds.has(each.kind)) }));
}

export function backendFailures(dialogues: readonly Dialogue[]): readonly Failure[] {
	return dialogues.map(({ events, index, protocol }) => ({
		family: protocol ? 'ajp-protocol-error' : 'ajp-backend-down',
		events,
		index,
	}));
}
