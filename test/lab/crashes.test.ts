import { describeScenario } from './describe-scenario.ts';
import { scenarios } from './scenarios/index.ts';

// Those that rely on the kernel's settings for cores take turns; the others run beside them, in a file of their own.
for (const scenario of scenarios.filter(({ needs }) => needs.includes('cores'))) describeScenario(scenario);
