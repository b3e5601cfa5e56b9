import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BomComponent } from './bom.ts';
import type { Component } from './components.ts';

const rule = '='.repeat(78);

/** Who wrote what is in the bundle, with the full texts; packages with the same text stand together. */
export function noticesOf(components: readonly Component[]): string {
	const byText = Map.groupBy(components, ({ licence, licenceText }) => licenceText ?? `(${licence}; the package ships no text)`);
	const sections = [...byText].map(([text, those]) => {
		const names = new Set(those.map(({ name, version, licence }) => `${name} ${version} (${licence})`));
		return `${rule}\n${[...names].join('\n')}\n\n${text}\n`;
	});
	return `httpd-medic contains the following packages.\n\n${sections.join('\n')}`.replaceAll('\f', '');
}

/** What is to be said of the runtime within a single file. */
export function runtimeNotices(runtime: BomComponent): string {
	const parts = (runtime.components ?? []).map(({ name, licenses }) => `${name} (${licenses.map(inWords).join(', ')})`);
	const texts = ['LGPL-2.0', 'LGPL-2.1', 'Apache-2.0'].map((name) => {
		const text = readFileSync(join(import.meta.dirname, 'licences', `${name}.txt`), 'utf8')
			.replaceAll('\f', '')
			.trim();
		return `${rule}\n${name}\n\n${text}\n`;
	});
	return `${rule}
Bun ${runtime.version ?? ''} (MIT), the runtime within this file

Bun is linked with the libraries below. Its sources, theirs, and how Bun is linked anew with a changed
JavaScriptCore (LGPL) are told in the file LICENSE.md of the repository oven-sh/bun. httpd-medic can be put on another
Bun, too: npm run package, in its own sources, takes any that is named there.

${parts.join('\n')}

${texts.join('\n')}`;
}

function inWords(licence: BomComponent['licenses'][number]): string {
	if ('expression' in licence) return licence.expression;
	return 'id' in licence.license ? licence.license.id : licence.license.name;
}
