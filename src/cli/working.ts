import { join } from 'node:path';
import type { Target } from '../domain/index.ts';
import { listSessions, lockOwner, type Owner } from '../store/index.ts';

/** Somebody who works in a session now. */
export interface Working {
	readonly id: string;
	readonly owner: Owner;
}

interface Place {
	/** Folder of the sessions. */
	readonly base: string;
}

/** Who works in a session now: nobody, or one. */
export async function workersIn({ base }: Place, id: string): Promise<readonly Working[]> {
	const owner = await lockOwner(join(base, id));
	return owner === null ? [] : [{ id, owner }];
}

/** Who else works on the same target now, by the sessions that they work in. */
export async function othersOn({ base }: Place, target: Target | undefined, own: string): Promise<readonly Working[]> {
	if (target?.uri !== 'local') return [];
	const open = (await listSessions(base)).filter(
		(each) => each.id !== own && each.ended === null && each.target?.uri === target.uri,
	);
	const owners = await Promise.all(
		open.slice(0, 20).map(async (each) => ({ id: each.id, owner: await lockOwner(each.directory) })),
	);
	return owners.flatMap(({ id, owner }) => (owner === null ? [] : [{ id, owner }]));
}
