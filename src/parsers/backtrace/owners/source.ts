import { sourceDirectories } from './source-directories.ts';
import { sourceNames } from './source-names.ts';
import type { SourceOwner, SourceRule } from './source-rule.ts';

function resolve(rules: readonly SourceRule[], text: string): SourceOwner | undefined {
	for (const [shape, owner] of rules) {
		const found = shape.exec(text);
		if (found) return typeof owner === 'function' ? owner(found[1] ?? '') : owner;
	}
	return undefined;
}

/** Who owns a source file, by its directories and then by its name; undefined for a file of an unknown project. */
export function sourceOwner(path: string): SourceOwner | undefined {
	const plain = path.replaceAll('\\', '/');
	return resolve(sourceDirectories, plain) ?? resolve(sourceNames, plain.split('/').at(-1) ?? plain);
}
