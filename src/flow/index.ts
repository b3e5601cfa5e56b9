export { assess } from './assess.ts';
export { runCases } from './cases.ts';
export { type EvidenceFacts, type FactBase, mergeFacts, namespaceOf } from './factbase.ts';
export { flowGraph } from './graph.ts';
export { lint } from './lint.ts';
export { loadFlow, loadFlows } from './load.ts';
export { evaluateRule, factsOfRule } from './rule.ts';
export { fillArgv, fillStatement, placeholdersOf } from './statement.ts';
export { isLeaf, nextStep, type StepOutcome, stepOf, waysOut } from './walk.ts';
