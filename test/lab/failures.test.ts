import { describeScenario } from './describe-scenario.ts';
import { scenarios } from './scenarios/index.ts';

for (const scenario of scenarios.filter(({ needs }) => !needs.includes('cores'))) describeScenario(scenario);
