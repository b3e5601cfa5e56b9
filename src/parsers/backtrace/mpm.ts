import type { Frame } from './types.ts';

export type Mpm = 'prefork' | 'worker' | 'event';

const inObject = /mod_mpm_(prefork|worker|event)\b/;
const inPath = /(?:^|\/)(prefork|worker|event)\.c$|\/mpm\/(prefork|worker|event)\//;
const synchronous = /^ap_process_request$/;
const event =
	/^(?:event_run|ap_process_async_request|ap_process_http_async_connection|process_lingering_close|start_lingering_close_\w+)$/;

function named(text: string | undefined): Mpm | undefined {
	return text === 'prefork' || text === 'worker' || text === 'event' ? text : undefined;
}

/** The MPM as objects, source files or functions of any thread show it; null where none does. */
export function mpmOf(frames: readonly Frame[]): Mpm | null {
	for (const { object, file } of frames) {
		const byObject = object === null ? undefined : named(inObject.exec(object)?.[1]);
		const found = file === null ? null : inPath.exec(file);
		const mpm = byObject ?? named(found?.[1] ?? found?.[2]);
		if (mpm) return mpm;
	}
	const names = frames.map((frame) => frame.function ?? '');
	if (names.includes('prefork_run')) return 'prefork';
	if (names.includes('event_run')) return 'event';
	if (names.includes('worker_run')) return 'worker';
	const hasThreads = names.some((name) => /^(?:worker_thread|start_threads|listener_thread)$/.test(name));
	if (hasThreads || names.includes('process_socket')) {
		// Both have the same thread functions, but only event handles connections asynchronously.
		return names.some((name) => event.test(name) && name !== 'ap_process_async_request')
			? 'event'
			: names.some((name) => synchronous.test(name))
				? 'worker'
				: null;
	}
	// Only prefork handles requests in the thread that was forked.
	const isForked = names.some((name) => /^(?:child_main|make_child|startup_children)$/.test(name));
	if (isForked && names.some((name) => /^ap_(?:run_)?process_\w+$/.test(name))) return 'prefork';
	return null;
}
