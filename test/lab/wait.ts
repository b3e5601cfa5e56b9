import { setTimeout as sleep } from 'node:timers/promises';

const stepMs = 20;

/** Waits until `holds` answers true; rejects with `what` after `milliseconds`. */
export async function until(what: string, holds: () => boolean | Promise<boolean>, milliseconds = 15_000): Promise<void> {
	const end = performance.now() + milliseconds;
	while (!(await holds())) {
		if (performance.now() > end) throw new Error(`waited ${milliseconds} ms in vain until ${what}`);
		await sleep(stepMs);
	}
}

/** The same for code that may not return to the event loop, such as a process that is about to end; answers whether it held. */
export function untilBlocking(holds: () => boolean, milliseconds: number): boolean {
	const cell = new Int32Array(new SharedArrayBuffer(4));
	const end = performance.now() + milliseconds;
	while (!holds()) {
		if (performance.now() > end) return false;
		Atomics.wait(cell, 0, 0, stepMs);
	}
	return true;
}
