import { acquireLock } from '../../src/store/index.ts';

// Run by tests: takes the lock of the folder in argv[2], says so and holds it until it is killed.
const lock = await acquireLock(process.argv[2] ?? '', { now: () => 1_700_000_000 });
console.log(lock.kind);
setInterval(() => undefined, 1000);
