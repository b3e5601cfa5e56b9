export type * from './host.ts';
export { runWizard } from './run.ts';
