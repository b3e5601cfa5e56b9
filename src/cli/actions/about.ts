import { z } from 'zod';
import { Failure } from '../failure.ts';
import { builtText } from '../folders.ts';
import { print } from '../output.ts';
import { version } from '../version.ts';
import { language } from '../language.ts';

const m = language.cli.about;

export interface AboutOptions {
	readonly verbose?: true;
	readonly sbom?: true;
	readonly licences?: true;
}

const license = z.union([
	z.object({ license: z.object({ id: z.string() }) }).transform((each) => each.license.id),
	z.object({ license: z.object({ name: z.string() }) }).transform((each) => each.license.name),
	z.object({ expression: z.string() }).transform((each) => each.expression),
]);
const part = z.object({
	name: z.string(),
	version: z.string().default(''),
	licenses: z.array(license).transform((all) => all.join(', ')),
});

/** What is read of the bill of materials that the build writes. */
const billOfMaterials = z.object({
	metadata: z.object({
		timestamp: z.string(),
		component: z.object({ pedigree: z.object({ commits: z.array(z.object({ uid: z.string() })) }) }),
	}),
	components: z.array(part.extend({ components: z.array(part).default([]) })),
});
type Part = z.infer<typeof part>;

/** Prints the version; alone, with all that is known of this build, or one of the documents that the build has made. */
export async function printAbout({ verbose, sbom, licences }: AboutOptions): Promise<void> {
	if (sbom) print(await shippedText('sbom.cdx.json'));
	else if (licences) print(await shippedText('THIRD-PARTY-LICENSES'));
	else if (verbose) print(details(await shippedText('sbom.cdx.json')));
	else print(`${version}\n`);
}

function details(bom: string): string {
	const { metadata, components } = billOfMaterials.parse(JSON.parse(bom));
	const [commit] = metadata.component.pedigree.commits;
	const { bun, node } = process.versions;
	const facts = [
		[m.commit, commit?.uid ?? m.unknown],
		[m.built, metadata.timestamp],
		[m.runtime, bun === undefined ? `Node.js ${node}` : m.bun(bun)],
		[m.system, `${process.platform} ${process.arch}`],
		[m.licence, 'MIT'],
	].map(([name = '', value = '']) => `${name.padEnd(8)} ${value}\n`);
	const packages = components.filter((each) => each.components.length === 0);
	const runtimes = components.filter((each) => each.components.length > 0);
	return [
		...[`httpd-medic ${version}\n`, ...facts],
		...[`\n${m.inside}\n`, byLicence(packages)],
		...runtimes.map((each) => `\n${m.within(nameOf(each), each.licenses)}\n${byLicence(each.components)}`),
	].join('');
}

function byLicence(parts: readonly Part[]): string {
	const groups = [...Map.groupBy(parts, (each) => each.licenses)].toSorted(([, a], [, b]) => b.length - a.length);
	return groups.map(([licence, those]) => `${licence}\n  ${[...new Set(those.map(nameOf))].join(', ')}\n`).join('');
}

/** Commits in the length that people use. */
function nameOf({ name, version: whole }: Part): string {
	return `${name} ${whole.replace(/^([0-9a-f]{12})[0-9a-f]{28}$/, '$1')}`.trim();
}

async function shippedText(name: string): Promise<string> {
	const text = await builtText(name);
	if (text === null) throw new Failure(m.noList);
	return text;
}
