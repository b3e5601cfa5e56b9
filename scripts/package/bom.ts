import { createHash } from 'node:crypto';
import { type Component, direct } from './components.ts';

/** A part of a CycloneDX document, as far as it is used here. */
export interface BomComponent {
	readonly type: 'application' | 'library' | 'platform';
	readonly 'bom-ref': string;
	readonly name: string;
	readonly version?: string;
	readonly description?: string;
	readonly purl?: string;
	readonly licenses: readonly (
		| { readonly license: { readonly id: string } | { readonly name: string } }
		| { readonly expression: string }
	)[];
	readonly copyright?: string;
	readonly hashes?: readonly { readonly alg: 'SHA-512'; readonly content: string }[];
	readonly pedigree?: { readonly commits: readonly { readonly uid: string }[] };
	readonly components?: readonly BomComponent[];
}

interface Dependency {
	readonly ref: string;
	readonly dependsOn: readonly string[];
}

/** A software bill of materials: CycloneDX 1.6. */
export interface Bom {
	readonly bomFormat: 'CycloneDX';
	readonly specVersion: '1.6';
	readonly serialNumber: string;
	readonly version: 1;
	readonly metadata: {
		readonly timestamp: string;
		readonly lifecycles: readonly [{ readonly phase: 'build' }];
		readonly authors: readonly [{ readonly name: string }];
		readonly component: BomComponent;
	};
	readonly components: readonly BomComponent[];
	readonly dependencies: readonly Dependency[];
}

export interface Origin {
	readonly version: string;
	/** With `-modified` where the work tree differed; `unknown` outside of git. */
	readonly commit: string;
	/** ISO 8601, UTC. */
	readonly built: string;
}

/** What a bundle consists of. The same parts of the same commit give the same document. */
export function bomOf({ version, commit, built }: Origin, components: readonly Component[], project: string): Bom {
	const self = {
		...({ type: 'application', 'bom-ref': `httpd-medic@${version}`, name: 'httpd-medic', version } as const),
		...{ purl: `pkg:npm/httpd-medic@${version}`, licenses: licensesOf('MIT'), pedigree: { commits: [{ uid: commit }] } },
	};
	const refs = new Map(components.map((each) => [each.folder, refOf(each, project)]));
	const refsOf = (folders: readonly string[]) => [...new Set(folders.flatMap((each) => refs.get(each) ?? []))].toSorted();
	const dependencies = components.map((each) => ({ ref: refOf(each, project), dependsOn: refsOf(each.needs) }));
	const needed = refsOf(direct(components, project).map(({ folder }) => folder));
	return withSerial({
		...{ bomFormat: 'CycloneDX', specVersion: '1.6', serialNumber: '', version: 1 },
		metadata: {
			timestamp: built,
			lifecycles: [{ phase: 'build' }],
			authors: [{ name: 'Maintainers of httpd-medic' }],
			component: self,
		},
		components: components.map((each) => libraryOf(each, project)),
		dependencies: [{ ref: self['bom-ref'], dependsOn: needed }, ...dependencies],
	});
}

/** The same with the runtime that carries it. */
export function bomWith(bom: Bom, runtime: BomComponent): Bom {
	const [self, ...others] = bom.dependencies;
	if (!self) throw new Error('a bill of materials without the program itself');
	const ref = runtime['bom-ref'];
	return withSerial({
		...bom,
		components: [...bom.components, runtime],
		dependencies: [{ ...self, dependsOn: [...self.dependsOn, ref] }, ...others, { ref, dependsOn: [] }],
	});
}

export function licensesOf(licence: string): BomComponent['licenses'] {
	if (/ (OR|AND|WITH) /.test(licence)) return [{ expression: licence }];
	return [{ license: /^[\w.+-]+$/.test(licence) && licence !== 'NOASSERTION' ? { id: licence } : { name: licence } }];
}

/** One package can be installed twice in one version: then its place tells which one is meant. */
function refOf({ folder }: Component, project: string): string {
	return folder.slice(project.length + 1);
}

function libraryOf(component: Component, project: string): BomComponent {
	const { name, version, licence, integrity } = component;
	const content = integrity?.startsWith('sha512-') ? Buffer.from(integrity.slice(7), 'base64').toString('hex') : null;
	return {
		...{ type: 'library', 'bom-ref': refOf(component, project), name, version },
		...{ purl: `pkg:npm/${name.replace('@', '%40')}@${version}`, licenses: licensesOf(licence) },
		...(content === null ? {} : { hashes: [{ alg: 'SHA-512', content }] }),
	};
}

/** A number of its own for other content, as the format asks; made of the content, so that a build can be repeated. */
function withSerial(bom: Bom): Bom {
	const hash = createHash('sha256')
		.update(JSON.stringify({ ...bom, serialNumber: '' }))
		.digest('hex');
	const groups = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `a${hash.slice(17, 20)}`, hash.slice(20, 32)];
	return { ...bom, serialNumber: `urn:uuid:${groups.join('-')}` };
}
