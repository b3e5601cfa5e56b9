import type { FactSketch, Readings } from '../../fact-parser.ts';
import type { LogEvent } from '../event.ts';
import { lostWhileLeaving, saysRemoved } from '../failures/server.ts';
import type { LogStory } from '../story.ts';
import { count, earliest, latest, list } from './read.ts';

export const mutexFacts = {
	mutexRemoved: ['int', 'Processes that found the accept mutex removed (errno 43, 22, or that of another system)', 'sum'],
	mutexRemovedAt: ['string', 'Time of the first line that says that a mutex was removed', 'min'],
	mutexFailedOtherwise: ['int', 'Processes that failed with the accept mutex for another reason', 'sum'],
	mutexErrnos: ['list', 'Error numbers of the accept mutex', 'union'],
	acceptMutexMechanism: ['string', "Mechanism of the accept mutex, at LogLevel debug; 'none' with a single listener"],
	acceptMutexDefault: ['string', 'Mechanism that APR would choose, at LogLevel debug'],
	sslCacheLockFailed: ['int', 'Lines in which a module found its mutex removed', 'sum'],
	mutexCreateFailed: ['int', 'Lines in which a mutex could not be created or handed over', 'sum'],
	mutexCreateErrnos: ['list', 'Error numbers of these', 'union'],
	mutexName: ['string', 'Mutex that could not be created'],
	mutexFile: ['string', 'File of a mutex that could not be created'],
	invalidMutexDirectory: ['int', 'Times that the directory of a Mutex directive was refused', 'sum'],
	mutexChildInitFailed: ['int', 'Children that could not open a mutex of the parent', 'sum'],
} as const satisfies Readonly<Record<string, FactSketch>>;

/** APR's numbers of fcntl and flock; httpd 2.2 names a file for every other mechanism, too, which makes none. */
const fileMechanisms = new Set(['0', '1']);

/** The file of a mutex that is a file. */
function lockFileOf({ detail }: LogEvent): string | undefined {
	if (detail.mechanism !== undefined && !fileMechanisms.has(detail.mechanism)) return undefined;
	return detail.path ?? detail.file ?? detail.lock;
}

export function readMutexes({ current, events }: LogStory): Readings<typeof mutexFacts>['facts'] {
	const leaving = lostWhileLeaving(events);
	const accept = current('accept-mutex-failed').filter((event) => !leaving.has(event));
	const modules = current('module-mutex-failed').filter(saysRemoved);
	const created = current('mutex-create-failed');
	const named = current('accept-mutex-named');
	return {
		mutexRemoved: count(accept.filter(saysRemoved)),
		mutexRemovedAt: earliest([...accept, ...modules].filter(saysRemoved)),
		mutexFailedOtherwise: count(accept.filter((event) => !saysRemoved(event))),
		mutexErrnos: list(accept, (event) => event.errno),
		acceptMutexMechanism: latest(named, (event) => event.detail.mechanism),
		acceptMutexDefault: latest(named, (event) => event.detail.standard),
		sslCacheLockFailed: count(modules),
		mutexCreateFailed: count(created),
		mutexCreateErrnos: list(created, (event) => event.errno),
		mutexName: latest(created, (event) => event.detail.mutex),
		mutexFile: latest(created, lockFileOf),
		invalidMutexDirectory: count(current('mutex-directory-invalid')),
		mutexChildInitFailed: count(current('mutex-child-init-failed')),
	};
}
