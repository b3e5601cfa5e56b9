export { applyRemedy, followRemedy, previewRemedy } from './ask.ts';
export type { Control, RemedyStep } from './fill.ts';
export { describeRestore, describeStep, findRemedy, needsPreview, type PlannedStep, planOf, undoOutlook } from './plan.ts';
