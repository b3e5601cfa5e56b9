import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** An npm package of which something is in the bundle. */
export interface Component {
	/** Where it is installed. */
	readonly folder: string;
	readonly name: string;
	readonly version: string;
	/** SPDX identifier or expression, as the package states it. */
	readonly licence: string;
	/** Text of the licence with its copyright lines; null where the package ships none. */
	readonly text: string | null;
	/** As the package names him, `unknown` where it names nobody. */
	readonly author: string;
	/** As package-lock.json has it; null where it has none. */
	readonly integrity: string | null;
	/** Folders of the packages among these that it depends on. */
	readonly needs: readonly string[];
}

interface Manifest {
	readonly name: string;
	readonly version: string;
	readonly license?: string;
	readonly author?: string | { readonly name: string };
	readonly dependencies?: Readonly<Record<string, string>>;
	readonly peerDependencies?: Readonly<Record<string, string>>;
}

interface Lock {
	readonly packages: Readonly<Record<string, { readonly integrity?: string }>>;
}

/**
 * The packages that modules come from, by name. What was installed but did not reach the bundle is not among them.
 * @param modules paths of all modules of a bundle
 */
export function componentsOf(modules: readonly string[], project: string): readonly Component[] {
	const folders = new Set(modules.flatMap((path) => packageFolder(path) ?? []));
	const lock: Lock = JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8'));
	const found = [...folders].map((folder): Component => {
		const { name, version, license = 'NOASSERTION', author = 'unknown', ...manifest }: Manifest = manifestIn(folder);
		const wanted = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
		return {
			...{ folder, name, version, licence: license, text: licenceIn(folder) },
			author: typeof author === 'string' ? author : author.name,
			integrity: lock.packages[folder.slice(project.length + 1)]?.integrity ?? null,
			needs: wanted.flatMap((each) => resolved(each, folder) ?? []).filter((each) => folders.has(each)),
		};
	});
	return found.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** The packages that the program itself depends on. */
export function direct(components: readonly Component[], project: string): readonly Component[] {
	const { dependencies = {} } = manifestIn(project);
	return components.filter(({ folder, name }) => name in dependencies && folder === join(project, 'node_modules', name));
}

function keyOf({ name, version, folder }: Component): string {
	return `${name}@${version} ${folder}`;
}

function manifestIn(folder: string): Manifest {
	return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

/** null for modules of the program's own. */
function packageFolder(path: string): string | null {
	return /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? null;
}

/** As Node finds a package: in the nearest node_modules on the way up. */
function resolved(name: string, from: string): string | null {
	for (let folder = from; folder !== dirname(folder); folder = dirname(folder)) {
		const candidate = join(folder, 'node_modules', name);
		if (existsSync(join(candidate, 'package.json'))) return candidate;
	}
	return null;
}

function licenceIn(folder: string): string | null {
	const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)/i.test(name));
	return file === undefined ? null : readFileSync(join(folder, file), 'utf8').trim();
}
