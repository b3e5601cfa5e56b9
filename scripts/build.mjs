// Bundles the program into dist/, so that it starts without reading hundreds of files.
import { rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

/** Ink imports its developer tools only when DEV=true; they are not installed. */
const withoutDevtools = {
	name: 'without-devtools',
	resolveId: (id) => (id === 'react-devtools-core' ? { id: '\0react-devtools-core' } : null),
	load: (id) => (id === '\0react-devtools-core' ? 'export default {};' : null),
};

/** Ink measures text by an older copy, whose first look at anything but ASCII compiles all emoji: both measure alike now. */
const oneStringWidth = {
	name: 'one-string-width',
	resolveId: (id, importer) =>
		id === 'string-width' && /node_modules\/(?:ink|widest-line|wrap-ansi|slice-ansi|cli-truncate)\//.test(importer ?? '')
			? { id: fileURLToPath(import.meta.resolve('string-width')) }
			: null,
};

await rm('dist', { recursive: true, force: true });
const bundle = await rolldown({
	input: { 'httpd-medic': 'src/cli/main.ts' },
	platform: 'node',
	plugins: [withoutDevtools, oneStringWidth],
	transform: { define: { 'process.env.NODE_ENV': '"production"', 'process.env.DEV': '"false"' }, jsx: 'react-jsx' },
	onwarn: (warning, warn) => {
		if (warning.code !== 'EVAL') warn(warning);
	},
});
const { output } = await bundle.write({
	dir: 'dist',
	format: 'esm',
	entryFileNames: '[name].js',
	chunkFileNames: 'chunks/[name]-[hash].js',
	minify: false,
});
await bundle.close();

const { describeBundle } = await import('./package/describe.ts');
describeBundle(
	output.flatMap((each) => (each.type === 'chunk' ? each.moduleIds : [])),
	process.cwd(),
);

// Reading and checking some sixty texts costs a quarter of a second at every start: it is done once, here.
const { readContent } = await import('../src/cli/read-content.ts');
const content = await readContent();
await writeFile('dist/content.json', JSON.stringify(content));
// The first frame needs no more than this of it.
await writeFile('dist/symptoms.json', JSON.stringify(content.flows.map(({ id, title, symptom }) => ({ id, title, symptom }))));
