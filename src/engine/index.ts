export { Engine, type EngineParts } from './engine.ts';
export { createGuidebook, type GuidebookParts } from './guidebook.ts';
export type { SessionHandle } from './handle.ts';
