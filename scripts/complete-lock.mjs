// Adds to package-lock.json the platform packages that a registry mirror did not hold when the lock was written: without
// them `npm ci` calls the lock out of date, although it would never install them here. Run after changing a dependency.
import { readFileSync, writeFileSync } from 'node:fs';

const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const processors = {
	arm64: 'arm64',
	x64: 'x64',
	ia32: 'ia32',
	ppc64: 'ppc64',
	riscv64: 'riscv64',
	s390x: 's390x',
	wasm32: 'wasm32',
	arm: 'arm',
};

/** What a package such as `@rolldown/binding-linux-x64-musl` is for; null where the name does not tell. */
function platformOf(name) {
	const words = name.split('/').at(-1).split('-');
	const os = systems.find((each) => words.includes(each));
	const cpu = Object.keys(processors).find((each) => words.includes(each));
	if (cpu === undefined) return null;
	const libc = words.some((word) => word.startsWith('musl')) ? ['musl'] : undefined;
	return { ...(os ? { os: [os] } : {}), cpu: [processors[cpu]], ...(libc ? { libc } : {}) };
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const added = [];
for (const [path, entry] of Object.entries(lock.packages)) {
	for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
		// Where another version of the same package stands at the top, this one belongs beside its parent.
		const places = [`node_modules/${name}`, `${path.slice(0, path.lastIndexOf('node_modules/'))}node_modules/${name}`];
		const platform = platformOf(name);
		if (!platform || !/^\d/.test(range) || places.some((place) => lock.packages[place]?.version === range)) continue;
		const place = places.find((each) => !lock.packages[each]);
		lock.packages[place] = { version: range, ...(entry.dev ? { dev: true } : {}), optional: true, ...platform };
		added.push(place);
	}
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([one], [other]) => (one < other ? -1 : 1)));
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, '\t')}\n`);
console.log(`${added.length} packages of other platforms added`);
