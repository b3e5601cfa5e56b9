import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bomOf } from './bom.ts';
import { componentsOf } from './components.ts';
import { noticesOf } from './notices.ts';
import { originOf } from './origin.ts';

/** Names in dist/ of what tells what the program is made of. */
export const bomFile = 'sbom.cdx.json';
export const noticesFile = 'THIRD-PARTY-LICENSES';

/** Writes the bill of materials and the licences of a bundle beside it. */
export function describeBundle(modules: readonly string[], project: string): void {
	const components = componentsOf(modules, project);
	const bom = bomOf(originOf(project), components, project);
	writeFileSync(join(project, 'dist', bomFile), `${JSON.stringify(bom, null, '\t')}\n`);
	writeFileSync(join(project, 'dist', noticesFile), noticesOf(components));
}
