import { openTarget } from '../../src/targets/index.ts';

// Performs the request given as JSON on this machine and prints the capture: run by tests with other rights.
const target = await openTarget('local');
console.log(JSON.stringify(await target.perform(JSON.parse(process.argv[2] ?? ''), new AbortController().signal)));
