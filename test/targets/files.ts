import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Capture } from '../../src/domain/index.ts';
import { sourceOf } from '../../src/domain/index.ts';
import { diskTree } from '../../src/targets/disk-tree.ts';
import type { FileTree } from '../../src/targets/file-tree.ts';
import { memoryTree } from '../../src/targets/memory-tree.ts';
import { scratch } from './support.ts';

export const disk = diskTree();

export function file(content: string | Buffer, name = 'log', directory = scratch()): string {
	const path = join(directory, name);
	writeFileSync(path, content);
	return path;
}

export function inMemory(files: Record<string, string | Buffer>): FileTree {
	return memoryTree(new Map(Object.entries(files).map(([path, text]) => [path, { bytes: Buffer.from(text), modifiedAt: 1 }])));
}

export const lines = (from: number, to: number) =>
	Array.from({ length: to - from + 1 }, (_, index) => `line ${from + index}\n`).join('');

/** What a citation of each line of the capture would name. */
export function cited(capture: Capture): string[] {
	const count = capture.text.split('\n').length - 1;
	return Array.from({ length: count }, (_, index) => sourceOf({ spans: capture.spans, source: '?' }, index + 1)).map(
		(place) => `${place.file}:${place.line}`,
	);
}
