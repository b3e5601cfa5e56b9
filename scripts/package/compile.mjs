// Runs in Bun, not in Node: bun compile.mjs ENTRY OUTFILE TARGET RUNTIME FOLDER
// What is in the folders of FOLDER is embedded under the same names: 0000/dist/content.json as dist/content.json and so on.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const [entry, outfile, target, executablePath, folder] = process.argv.slice(2);

const { success, logs } = await Bun.build({
	entrypoints: [entry],
	target: 'bun',
	format: 'esm',
	minify: true,
	// Parsing is done here once, and what the screens need is not even loaded by the commands without one.
	bytecode: true,
	splitting: true,
	define: { 'process.env.NODE_ENV': '"production"', 'process.env.DEV': '"false"' },
	compile: {
		// Bun writes the processor into the program, so it must be told even where its runtime is at hand.
		target: `bun-${target}`,
		outfile,
		executablePath,
		assets: readdirSync(folder)
			.sort()
			.flatMap((number) => readdirSync(join(folder, number)).map((name) => join(folder, number, name))),
		// Files that happen to lie in the working directory must not change what an administrator's tool does.
		autoloadBunfig: false,
		autoloadDotenv: false,
		autoloadPackageJson: false,
		autoloadTsconfig: false,
	},
});
for (const each of logs) console.error(String(each));
if (!success) process.exitCode = 1;
