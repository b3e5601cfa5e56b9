export { type EvidenceFacts, type FactBase, type KnownFact, mergeFacts, namespaceOf } from './factbase.ts';
export { evaluateRule, type Judgement } from './rule.ts';
export { type FilledArgv, type FilledText, fillArgv, fillStatement, placeholdersOf } from './statement.ts';
