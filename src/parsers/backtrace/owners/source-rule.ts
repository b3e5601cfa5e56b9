import type { FunctionKind } from './function-kinds.ts';

/** Where a source file belongs: to a module or a library by its object's name, or to a part of httpd that is none. */
export type SourceOwner = { readonly kind: FunctionKind } | { readonly kind: 'module' | 'library'; readonly object: string };

/** The owner of a file whose path matches; the first group, where there is one, is a name. */
export type SourceRule = readonly [shape: RegExp, owner: SourceOwner | ((name: string) => SourceOwner)];

export const module = (object: string): SourceOwner => ({ kind: 'module', object });
export const library = (object: string): SourceOwner => ({ kind: 'library', object });
export const part = (kind: FunctionKind): SourceOwner => ({ kind });
