import { isRecord, type JsonValue } from '../domain/index.ts';
import { coreDirectory, corePlaceFacts } from './core-place.ts';
import type { KnownLookup } from './derived.ts';

/** What the fact looks at beside core_pattern and the mounts. */
export const readOnlyFacts = [...corePlaceFacts, 'unit.protectSystem', 'unit.protectHome'] as const;

const isWithin = (path: string, folder: string): boolean =>
	path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);

/** 'mount', 'unit' where the unit of systemd makes it so, or 'nothing': what keeps everybody from writing a core there. */
export function readOnlyBy(known: KnownLookup): string | undefined {
	const directory = coreDirectory(known);
	const mounts = known('mounts.readOnly')?.value;
	if (directory === undefined || !isRecord(mounts)) return undefined;
	const found = Object.entries(mounts).some(
		([point, writable]) => isWithin(directory, point) && !isExcepted(directory, writable),
	);
	if (!found) return 'nothing';
	return isProtected(directory, known) ? 'unit' : 'mount';
}

const isExcepted = (directory: string, writable: JsonValue): boolean =>
	Array.isArray(writable) && writable.some((point) => typeof point === 'string' && isWithin(directory, point));

function isProtected(directory: string, known: KnownLookup): boolean {
	const system = known('unit.protectSystem')?.value;
	if (system === 'strict') return true;
	const home = known('unit.protectHome')?.value;
	if (home === 'read-only' && ['/home', '/root', '/run/user'].some((folder) => isWithin(directory, folder))) return true;
	const folders = system === 'full' ? ['/usr', '/boot', '/efi', '/etc'] : system === 'yes' ? ['/usr', '/boot', '/efi'] : [];
	return folders.some((folder) => isWithin(directory, folder));
}
