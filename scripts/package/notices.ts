import type { BomComponent } from './bom.ts';
import type { Component } from './components.ts';
import { licenceText } from './licence-text.ts';

const rule = '='.repeat(78);

/** Who wrote what is in the bundle, with the full texts; packages with the same text stand together. */
export function noticesOf(components: readonly Component[]): string {
	const byText = Map.groupBy(components, ({ text, licence, author }) => text ?? commonText(licence, author));
	const sections = [...byText].map(([text, those]) => {
		const names = new Set(those.map(({ name, version, licence }) => `${name} ${version} (${licence})`));
		return `${rule}\n${[...names].join('\n')}\n\n${text}\n`;
	});
	return `httpd-medic contains the following packages.\n\n${sections.join('\n')}`.replaceAll('\f', '');
}

/** What stands for a package that ships no text. */
function commonText(licence: string, author: string): string {
	return `The package ships no text of its licence. Its author: ${author}\n\n${licenceText(licence)}`;
}

/** What is to be said of the runtime within a single file: who wrote its parts, and each licence once. */
export function runtimeNotices(runtime: BomComponent): string {
	const all = [runtime, ...(runtime.components ?? [])];
	const parts = all.map(({ name, version = '', licenses, copyright = '' }) =>
		[`${name} ${version}`.trim(), ` (${licenses.map(inWords).join(', ')})`, `\n${copyright}`].join(''),
	);
	const ids = new Set(all.flatMap(({ licenses }) => licenses.flatMap((each) => inWords(each).split(/ (?:AND|OR|WITH) /))));
	const texts = [...ids].toSorted().map((id) => `${rule}\n${id}\n\n${licenceText(id)}\n`);
	return `${rule}
Bun ${runtime.version ?? ''}, the runtime within this file

Bun is linked with the libraries below; the texts of their licences follow. Its sources, theirs, and how Bun is linked
anew with a changed JavaScriptCore (LGPL) are told in the file LICENSE.md of the repository oven-sh/bun. httpd-medic can be
put on another Bun, too: npm run package, in its own sources, takes any that is named there.

${parts.join('\n\n')}

${texts.join('\n')}`;
}

function inWords(licence: BomComponent['licenses'][number]): string {
	if ('expression' in licence) return licence.expression;
	return 'id' in licence.license ? licence.license.id : licence.license.name;
}
