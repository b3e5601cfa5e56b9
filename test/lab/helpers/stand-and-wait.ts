import { scenarios } from '../scenarios/index.ts';
import { standUp } from '../standing.ts';

// Brings up scenario ID, says where, and waits to be ended from outside.
const definition = scenarios.find(({ id }) => id === process.argv[2]);
if (!definition) throw new Error(`there is no scenario ${process.argv[2]}`);
const { ledger } = await standUp(definition);
console.log(ledger.scratch);
setInterval(() => undefined, 60_000);
