import type { Parser } from '../domain/index.ts';

/** All parsers. Adding one is a line here, its file, a fixture pair and a test. */
export const parsers: readonly Parser[] = [];
