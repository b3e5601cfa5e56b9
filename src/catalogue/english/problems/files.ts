/** What was tried with a file: a word by which the sentence is chosen. */
export type Try = 'read' | 'list' | 'write' | 'remove';
type Packing = 'gzip' | 'zstd' | 'xz' | 'bzip2';
type EntryKind = 'file' | 'directory' | 'named pipe' | 'socket' | 'device' | 'other';

interface At {
	readonly path: string;
}
interface Tried extends At {
	readonly doing: Try;
}
interface Packed extends At {
	readonly packing: Packing;
}
interface Entry extends At {
	readonly kind: EntryKind;
}

const tries: Readonly<Record<Try, string>> = { read: 'read', list: 'list', write: 'write', remove: 'remove' };
const kinds: Readonly<Record<EntryKind, string>> = {
	...{ file: 'file', directory: 'directory', 'named pipe': 'named pipe', socket: 'socket', device: 'device', other: 'other' },
};
const unpackers: Readonly<Record<Packing, string>> = { gzip: 'zcat', zstd: 'zstdcat', xz: 'xzcat', bzip2: 'bzcat' };

const cannot = ({ doing, path }: Tried): string => `cannot ${tries[doing]} ${path}`;
const check = (): string => 'Check the path, or name the right one.';
const regular = (): string => 'Name a regular file.';
const unpack = ({ packing, path }: Packed): string =>
	`Unpack it on the way: ${unpackers[packing]} ${path} | httpd-medic explain -`;
const inPart = (path: string, reason: string): string => `${path} could be decompressed in part only: ${reason}`;
const larger = (): string => 'What was left out may hold more; name a smaller piece of it to look further.';

/** Why a file could not be read, listed or changed, or not all of it. */
export const files = {
	missing: { message: ({ path }: At) => `${path} does not exist`, advice: check },
	noneExists: {
		message: ({ paths }: { readonly paths: readonly string[] }) => `none of these exists: ${paths.join(', ')}`,
		advice: check,
	},
	notPermitted: {
		message: ({ doing, path }: Tried) => `not permitted to ${tries[doing]} ${path}`,
		advice: () => 'Run httpd-medic as root, or as a user who may. Where root is refused too, look at SELinux or AppArmor.',
	},
	readOnly: {
		message: (tried: Tried) => `${cannot(tried)}: the file system is mounted read-only`,
		advice: () => 'See /proc/mounts and the kernel log.',
	},
	noSpace: {
		message: (tried: Tried) => `${cannot(tried)}: no space is left`,
		advice: () => 'Free space or inodes there (df, df -i, quota), then repeat.',
	},
	linksInCircle: {
		message: (tried: Tried) => `${cannot(tried)}: its symbolic links go round in a circle`,
		advice: () => 'Mend the links, then repeat.',
	},
	fileFailed: {
		message: ({ reason, ...tried }: Tried & { readonly reason: string }) => `${cannot(tried)}: ${reason}`,
		advice: () => 'Try it by hand; the same error should appear.',
	},
	shrank: {
		message: ({ path }: At) => `${path} shrank while it was being read`,
		advice: () => 'Its log was probably rotated just now; read it again.',
	},
	searchSilent: {
		message: ({ path, seconds }: At & { readonly seconds: number }) =>
			`the search of ${path} was ended: not a byte came for ${seconds} s`,
		advice: () => 'Look at the disk or the file server that it lies on (dmesg, mount); then search again.',
	},
	searchFailed: {
		message: ({ path, reason }: At & { readonly reason: string }) =>
			`the search of ${path} ended early: ${reason || 'no reason'}`,
		advice: () => 'Search again; `httpd-medic explain --whole FILE` does the same on its own.',
	},
	noSearch: {
		message: ({ path }: At) => `${path} cannot be searched here`,
		advice: () => 'Search it where it lies: `httpd-medic explain --whole FILE`.',
	},
	packedDamaged: {
		message: ({ path, reason }: Packed & { readonly reason: string }) => inPart(path, reason),
		advice: (packed: Packed) => (packed.packing === 'gzip' ? 'Try `gzip -t` on it; it may still be written.' : unpack(packed)),
	},
	packedTooLarge: { message: ({ path }: Packed) => inPart(path, 'it unpacks to more than 1 GiB'), advice: unpack },
	packedUnknown: {
		message: ({ path, packing }: Packed) => inPart(path, `${packing} cannot be unpacked here`),
		advice: unpack,
	},
	notText: { message: ({ path }: At) => `${path} is not a text file`, advice: () => 'Name the text file that belongs here.' },
	cut: {
		message: ({ path, bytes }: At & { readonly bytes: number }) =>
			`${path} is larger than the ${bytes} bytes that were kept of it`,
		advice: larger,
	},
	noRoom: { message: ({ path }: At) => `no room was left for ${path}`, advice: larger },
	noFileToRead: {
		message: ({ path, kind }: Entry) => `${path} is a ${kinds[kind]}, not a file; nothing was read from it`,
		advice: regular,
	},
	noFileToChange: {
		message: ({ path, kind }: Entry) => `${path} is a ${kinds[kind]}, not a file; nothing was changed`,
		advice: regular,
	},
	linkToChange: {
		message: ({ path }: At & { readonly leadsTo: string }) => `${path} is a symbolic link; nothing was changed`,
		advice: ({ leadsTo }: { readonly leadsTo: string }) => `Change the file that it leads to: ${leadsTo}`,
	},
	manyEntries: {
		message: ({ bytes }: { readonly bytes: number }) => `more than ${bytes} bytes of entries`,
		advice: () => 'Name a smaller directory.',
	},
};
