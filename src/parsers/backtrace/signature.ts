import { ownerOf } from './owner.ts';
import { objectName } from './owners/objects.ts';
import type { Frame } from './types.ts';

const mostParts = 5;

/** Distance between two places of one object: the same in every process, wherever the object was loaded. */
function distance(from: string, to: string): string {
	const difference = BigInt(to) - BigInt(from);
	return difference < 0n ? `-0x${(-difference).toString(16)}` : `+0x${difference.toString(16)}`;
}

/**
 * A name for the crash that two cores of it share under address randomisation and another crash does not: the signal and
 * the innermost frames that say where, without absolute addresses. Null where no frame has a name.
 */
export function signatureOf(frames: readonly Frame[], signal: string | null): string | null {
	const bases = new Map<string, string>();
	const parts: string[] = [];
	for (const frame of frames) {
		const owner = ownerOf(frame);
		if (owner.kind === 'runtime' && parts.length > 0) continue;
		if (owner.kind === 'dispatch' && parts.length > 0) break;
		const object = frame.object === null ? (owner.object ?? '') : objectName(frame.object);
		parts.push(partOf(frame, object, bases));
		if (parts.length === mostParts) break;
	}
	// Nothing but unknown addresses would make all such crashes one.
	return parts.every((part) => part === '??') ? null : `${signal ?? 'unknown signal'} | ${parts.join(' | ')}`;
}

function partOf(frame: Frame, object: string, bases: Map<string, string>): string {
	const name = frame.function;
	if (name !== null && name !== '??') return object === '' ? name : `${object}!${name}`;
	if (object === '') return '??';
	if (frame.offset !== null) return `${object}+${frame.offset}`;
	if (frame.address === null) return object;
	const base = bases.get(object);
	if (base !== undefined) return `${object}!??${distance(base, frame.address)}`;
	bases.set(object, frame.address);
	return `${object}!??`;
}
