export { type AssessOptions, assess } from './assess.ts';
export { type EvidenceFacts, type FactBase, type KnownFact, mergeFacts, namespaceOf } from './factbase.ts';
export type { CollectorNote } from './missing.ts';
export { evaluateRule, type Judgement } from './rule.ts';
export { type FilledArgv, type FilledText, fillArgv, fillStatement, placeholdersOf } from './statement.ts';
