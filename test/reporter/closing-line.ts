import type { Reporter, TestModule } from 'vitest/node';

/** Ends the output with one plain line, such as `412 passed, 0 failed, 2 skipped`, and names what was skipped and why. */
export default class ClosingLine implements Reporter {
	onTestRunEnd(modules: readonly TestModule[]): void {
		const tests = modules.flatMap((module) => [...module.children.allTests()]);
		const count = (state: string): number => tests.filter((test) => test.result().state === state).length;
		for (const test of tests.filter((each) => each.result().state === 'skipped')) console.log(`skipped: ${test.fullName}`);
		console.log(`${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`);
	}
}
