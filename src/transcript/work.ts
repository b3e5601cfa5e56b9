/** Long work in small pieces, for whoever has something else to do in between. Each tells how many bytes of evidence it took. */
export type Work<Value> = Generator<number, Value>;

/** All of it in one go. */
export function atOnce<Value>(work: Work<Value>): Value {
	for (;;) {
		const step = work.next();
		if (step.done) return step.value;
	}
}
