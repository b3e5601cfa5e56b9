const patienceMs = 20;

/** Lets a terminal or a pipe that does not wait get ready, in the middle of work that is done at once. */
export function waitForStream(): void {
	Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, patienceMs);
}
