export { applyRemedy, followRemedy, previewRemedy } from './ask.ts';
export { describeRestore, describeStep, isByHand, type PlannedStep, sayDescription } from './description.ts';
export type { Control, RemedyStep } from './fill.ts';
export { findRemedy, needsPreview, planOf, undoOutlook } from './plan.ts';
