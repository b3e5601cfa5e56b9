import { execFileSync } from 'node:child_process';
import { type BomComponent, licensesOf } from './bom.ts';
import { type Linked, linked } from './bun-linked.ts';
import { bunVersion, type Platform } from './runtimes.ts';

/** What Bun tells of its parts: a version or a commit by name. */
export type Versions = Readonly<Record<string, string | undefined>>;

/** @param bun path of a Bun that runs on this machine; those for other machines are built of the same sources */
export function versionsIn(bun: string): Versions {
	const cwd = '/';
	return JSON.parse(execFileSync(bun, ['--print', 'JSON.stringify(process.versions)'], { cwd, encoding: 'utf8' }));
}

/** Bun as a part of a single file. */
export function bunComponent({ runtime, integrity, name }: Platform, versions: Versions): BomComponent {
	const ref = `${runtime}@${bunVersion}`;
	const parts = linked.filter(({ glibcOnly }) => !(glibcOnly && name.endsWith('-musl')));
	return {
		...{ type: 'platform', 'bom-ref': ref, name: 'bun', version: bunVersion, licenses: licensesOf('MIT') },
		...{ description: 'JavaScript runtime within the file', purl: `pkg:npm/${ref.replace('@', '%40')}` },
		copyright: 'Copyright (c) Oven and the contributors of Bun',
		hashes: [{ alg: 'SHA-512', content: Buffer.from(integrity.slice('sha512-'.length), 'base64').toString('hex') }],
		components: parts.map((part) => partOf(part, ref, versions)),
	};
}

function partOf({ name, licence, by, key, repository, version }: Linked, ref: string, versions: Versions): BomComponent {
	const told = key === undefined ? version : versions[key];
	return {
		...{ type: 'library', 'bom-ref': `${ref}#${name.replaceAll(/[^\w.+-]+/g, '-')}`, name },
		...(told === undefined ? {} : { version: told }),
		...{ licenses: licensesOf(licence), copyright: by },
		...(told === undefined || repository === undefined ? {} : { purl: `pkg:github/${repository.toLowerCase()}@${told}` }),
	};
}
