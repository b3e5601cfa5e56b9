import { appendFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { acquireLock } from '../../src/store/index.ts';

// Run by tests: takes the lock of the folder in argv[2] again and again, and notes in the file in argv[3] when it holds it.
const [, , directory = '', log = ''] = process.argv;
const clock = { now: () => Date.now() / 1000 };
for (let turn = 0; turn < 25; turn++) {
	const lock = await acquireLock(directory, clock);
	if (lock.kind === 'held') {
		appendFileSync(log, `in ${process.pid}\n`);
		await sleep(3);
		appendFileSync(log, `out ${process.pid}\n`);
		await lock.release();
	}
	await sleep(5);
}
