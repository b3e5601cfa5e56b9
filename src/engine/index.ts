export { Engine, type EngineParts } from './engine.ts';
export { createGuidebook, type GuidebookParts } from './guidebook.ts';
export type { HeadlessSession, SessionHandle } from './handle.ts';
