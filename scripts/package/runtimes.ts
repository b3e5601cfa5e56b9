import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export const bunVersion = '1.4.5';

/** A machine that a single file is made for. */
export interface Platform {
	/** Part of the file's name. */
	readonly name: string;
	/** npm package that holds Bun for it. */
	readonly runtime: string;
	/** What the registry must deliver: a hash of the whole package, as package-lock.json writes it. */
	readonly integrity: string;
	/** Debian's word for the processor; null where no Debian package is made. */
	readonly debian: 'amd64' | 'arm64' | null;
}

export const platforms: readonly Platform[] = [
	{
		name: 'linux-x64',
		runtime: '@oven/bun-linux-x64',
		integrity: 'sha512-IWX9BELoGHAUtMonkeSaNaZwXzRk+oDw6Mk+HBFXd3KHYIBNBsIGRupMZPcgNoDbJpLu6gAJjIoIVPZtt1aJ1g==',
		debian: 'amd64',
	},
	{
		name: 'linux-arm64',
		runtime: '@oven/bun-linux-aarch64',
		integrity: 'sha512-4BXmsSKnjOrlGWqZV4x/oWa7AVoR+B6lCXddMzOAXBIm3t50eslg9wb66gmtW1AamEQ1l1CDvmmruysEhqOWMg==',
		debian: 'arm64',
	},
	{
		name: 'linux-x64-musl',
		runtime: '@oven/bun-linux-x64-musl',
		integrity: 'sha512-10QoW/YfTgnURaGEaHpJCiXjLI2e5iTtfVDaA5JKcyUzaa1cq6cVUY9/Uq5XkYzvtRjHLRe9Oj/lTDIQcxy8HQ==',
		debian: null,
	},
	{
		name: 'linux-arm64-musl',
		runtime: '@oven/bun-linux-aarch64-musl',
		integrity: 'sha512-XCNc+WvvMAdNNb+OWTogpy+N9wm62fkVeEVLb6how0RZhW5LPi6c7BlkeVCuWps7XjEl2saFpHFa20/1E+PAHg==',
		debian: null,
	},
];

/** The platform of this machine, whose Bun can run here; throws where Bun has none. */
export function ownPlatform(): Platform {
	const report: { readonly header?: { readonly glibcVersionRuntime?: string } } = process.report.getReport();
	const library = report.header?.glibcVersionRuntime === undefined ? '-musl' : '';
	const name = `${process.platform}-${process.arch}${library}`;
	const own = platforms.find((each) => each.name === name);
	if (!own) throw new Error(`Single files can be made on Linux with an x64 or arm64 processor; this is ${name}.`);
	return own;
}

/** Path of Bun for a platform; fetched from the npm registry once and kept in `cache`. Throws when its hash is not the pinned one. */
export function fetchBun(platform: Platform, cache: string): string {
	const folder = join(cache, 'bun', bunVersion, platform.name);
	const file = join(folder, 'bin/bun');
	if (existsSync(file)) return file;
	mkdirSync(cache, { recursive: true });
	const draft = mkdtempSync(join(cache, 'fetch-'));
	try {
		const tarball = download(`${platform.runtime}@${bunVersion}`, draft);
		const found = `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}`;
		if (found !== platform.integrity) throw new Error(`${platform.runtime} is not the package that was pinned: ${found}`);
		execFileSync('tar', ['-xzf', tarball, '-C', draft]);
		mkdirSync(join(cache, 'bun', bunVersion), { recursive: true });
		renameSync(join(draft, 'package'), folder);
	} finally {
		rmSync(draft, { recursive: true });
	}
	return file;
}

function download(name: string, folder: string): string {
	const answer = execFileSync('npm', ['pack', name, '--json', '--ignore-scripts', '--pack-destination', folder], {
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const packed: readonly { readonly filename: string }[] = JSON.parse(answer);
	const [first] = packed;
	if (!first) throw new Error(`npm pack ${name} wrote no file`);
	return join(folder, first.filename);
}
