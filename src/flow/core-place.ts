import { isRecord, type JsonRecord, type JsonValue } from '../domain/index.ts';
import type { KnownLookup } from './derived.ts';

/** What the two facts look at beside core_pattern. */
export const corePlaceFacts = [
	'kernel.coreDirectory',
	'conf.hasCoreDumpDirectory',
	'conf.coreDumpDirectory',
	'config.serverRoot',
	'conf.serverRoot',
] as const;

/** The same, and what tells whether the run user may write there. */
export const coreStateFacts = [
	...corePlaceFacts,
	'paths.entries',
	'paths.missing',
	'config.uid',
	'config.gid',
	'config.user',
	'conf.user',
	'conf.group',
	'account.users',
	'httpd.childUid',
] as const;

/**
 * Where the kernel would write the core of a child: an absolute pattern decides alone; with a relative one httpd goes to
 * CoreDumpDirectory before it dies, which is ServerRoot where it is not set.
 */
export function coreDirectory(known: KnownLookup): string | undefined {
	const text = textIn(known);
	const kind = text('kernel.corePatternKind');
	if (kind === 'absolute') return text('kernel.coreDirectory');
	const set = known('conf.hasCoreDumpDirectory');
	if (kind !== 'relative' || set === undefined) return undefined;
	const root = text('config.serverRoot') ?? text('conf.serverRoot');
	if (set.value !== true) return set.partial ? undefined : root;
	const directory = text('conf.coreDumpDirectory');
	if (directory === undefined || directory.startsWith('/')) return directory;
	return root === undefined ? undefined : `${root.replace(/\/$/, '')}/${directory}`;
}

/** 'missing', 'writable' or 'not-writable' for the run user by owner and mode. */
export function coreDirectoryState(known: KnownLookup): string | undefined {
	const directory = coreDirectory(known);
	if (directory === undefined) return undefined;
	const path = directory.length > 1 ? directory.replace(/\/$/, '') : directory;
	const missing = known('paths.missing')?.value;
	if (Array.isArray(missing) && missing.includes(path)) return 'missing';
	const entry = rowIn(known('paths.entries')?.value, path);
	// The mode of a link says nothing.
	if (entry?.['kind'] !== 'dir' || typeof entry['othersWrite'] !== 'boolean') return undefined;
	if (entry['othersWrite']) return 'writable';
	const isOwner = isSame(entry['uid'], uidOf(known), entry['owner'], nameOf(known));
	const isGroup = isSame(entry['gid'], known('config.gid')?.value, entry['group'], known('conf.group')?.value);
	if (uidOf(known) === 0) return 'writable';
	if (isOwner === true) return entry['ownerWrites'] === true ? 'writable' : 'not-writable';
	if (isOwner === undefined) return undefined;
	if (entry['groupWrites'] !== true || isGroup === false) return 'not-writable';
	return isGroup === true ? 'writable' : undefined;
}

function uidOf(known: KnownLookup): JsonValue | undefined {
	const configured = known('config.uid')?.value;
	if (configured !== undefined) return configured;
	const name = nameOf(known);
	const account = name === undefined ? undefined : rowIn(known('account.users')?.value, name);
	return account?.['uid'] ?? known('httpd.childUid')?.value;
}

function nameOf(known: KnownLookup): string | undefined {
	return textIn(known)('config.user') ?? textIn(known)('conf.user');
}

/** By number, else by name; undefined where neither can be compared. */
function isSame(
	id: JsonValue | undefined,
	other: JsonValue | undefined,
	name: JsonValue | undefined,
	otherName: JsonValue | undefined,
): boolean | undefined {
	if (typeof id === 'number' && typeof other === 'number') return id === other;
	if (typeof name === 'string' && typeof otherName === 'string') return name === otherName;
	// Nobody calls an ordinary account root.
	return id === 0 && typeof otherName === 'string' ? otherName === 'root' : undefined;
}

const textIn =
	(known: KnownLookup) =>
	(name: string): string | undefined => {
		const value = known(name)?.value;
		return typeof value === 'string' && value !== '' ? value : undefined;
	};

function rowIn(map: JsonValue | undefined, key: string): JsonRecord | undefined {
	if (!isRecord(map) || !Object.hasOwn(map, key)) return undefined;
	const value = map[key];
	return isRecord(value) ? value : undefined;
}
