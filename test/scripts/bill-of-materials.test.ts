import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Bom, bomWith } from '../../scripts/package/bom.ts';
import { bunComponent } from '../../scripts/package/bun-parts.ts';
import { linked } from '../../scripts/package/bun-linked.ts';
import { licenceText } from '../../scripts/package/licence-text.ts';
import { runtimeNotices } from '../../scripts/package/notices.ts';
import { platforms } from '../../scripts/package/runtimes.ts';
import { isMissing } from '../program.ts';

const versions = Object.fromEntries(linked.flatMap(({ key }) => (key === undefined ? [] : [[key, `0123-${key}`]])));
const dist = join(import.meta.dirname, '../../dist');

describe.each(platforms)('what is told of the runtime in the file for $name', (platform) => {
	const runtime = bunComponent(platform, versions);
	const notices = runtimeNotices(runtime);

	it('names each part with its copyright, and has the whole text of each licence', () => {
		const ids = new Set(linked.flatMap(({ licence }) => licence.split(/ (?:AND|OR|WITH) /)));
		expect(runtime.components?.length).toBeGreaterThan(30);
		for (const { name, copyright = 'none' } of [runtime, ...(runtime.components ?? [])]) {
			expect(notices).toContain(name);
			expect(notices).toContain(copyright);
		}
		const isMusl = platform.name.endsWith('-musl');
		expect(notices.includes('libstdc++')).toBe(!isMusl);
		for (const id of ids) if (!(isMusl && id.startsWith('G'))) expect(notices).toContain(licenceText(id));
	});

	it('has the commit of a part in its purl', () => {
		const zlib = runtime.components?.find(({ name }) => name === 'zlib-ng');
		expect(zlib).toMatchObject({ version: '0123-zlib', purl: 'pkg:github/zlib-ng/zlib-ng@0123-zlib' });
	});
});

describe.skipIf(isMissing)('the bill of materials', () => {
	const bom: Bom = JSON.parse(readFileSync(join(dist, 'sbom.cdx.json'), 'utf8'));

	it('has a hash, a package URL, a licence and a text of that licence for every package', () => {
		const notices = readFileSync(join(dist, 'THIRD-PARTY-LICENSES'), 'utf8');
		for (const { name, version = '', hashes, purl, licenses } of bom.components) {
			expect(hashes?.[0]?.content, name).toMatch(/^[0-9a-f]{128}$/);
			expect(purl).toBe(`pkg:npm/${name.replace('@', '%40')}@${version}`);
			expect(JSON.stringify(licenses), name).toMatch(/"(?:id|expression)"/);
			expect(notices).toContain(`${name} ${version} (`);
		}
		expect(notices).not.toMatch(/NOASSERTION/);
	});

	it('has no reference twice, and none to what is not there', () => {
		for (const each of [bom, ...platforms.map((platform) => bomWith(bom, bunComponent(platform, versions)))]) {
			const { component } = each.metadata;
			const refs = [component, ...each.components]
				.flatMap((one) => [one, ...(one.components ?? [])])
				.map((one) => one['bom-ref']);
			expect(new Set(refs).size).toBe(refs.length);
			expect(each.dependencies.flatMap(({ ref, dependsOn }) => [ref, ...dependsOn]).filter((ref) => !refs.includes(ref))).toEqual(
				[],
			);
		}
	});
});
