import { type BomComponent, licensesOf } from './bom.ts';
import { bunVersion, type Platform } from './runtimes.ts';

/** What is linked into Bun for Linux, and its licence, as Bun's own list has it. Their versions are those of Bun's sources. */
const linked: readonly (readonly [name: string, licence: string])[] = [
	['JavaScriptCore and parts of WebCore', 'LGPL-2.0-or-later'],
	['BoringSSL', 'OpenSSL AND ISC AND Apache-2.0'],
	['brotli', 'MIT'],
	['libarchive', 'BSD-2-Clause'],
	['lol-html', 'BSD-3-Clause'],
	['ls-hpack', 'MIT'],
	['ls-qpack', 'MIT'],
	['lsquic', 'MIT AND BSD-3-Clause'],
	['mimalloc', 'MIT'],
	['picohttpparser', 'MIT'],
	['zstd', 'BSD-3-Clause'],
	['simdutf', 'Apache-2.0'],
	['tinycc', 'LGPL-2.1-or-later'],
	['uSockets', 'Apache-2.0'],
	['uWebSockets', 'Apache-2.0'],
	['zlib-ng', 'Zlib'],
	['c-ares', 'MIT'],
	['ICU', 'Unicode-3.0'],
	['base64', 'BSD-2-Clause'],
	['libdeflate', 'MIT'],
	['libjpeg-turbo', 'BSD-3-Clause AND IJG AND Zlib'],
	['libspng', 'BSD-2-Clause'],
	['libwebp', 'BSD-3-Clause'],
	['highway', 'Apache-2.0'],
	['uucode', 'MIT'],
	['libc++abi', 'Apache-2.0 WITH LLVM-exception'],
];

/** Bun as a part of a single file. */
export function bunComponent({ runtime, integrity }: Platform): BomComponent {
	const ref = `${runtime}@${bunVersion}`;
	return {
		...{ type: 'platform', 'bom-ref': ref, name: 'bun', version: bunVersion, licenses: licensesOf('MIT') },
		...{ description: 'JavaScript runtime within the file', purl: `pkg:npm/${ref.replace('@', '%40')}` },
		hashes: [{ alg: 'SHA-512', content: Buffer.from(integrity.slice('sha512-'.length), 'base64').toString('hex') }],
		components: linked.map(([name, licence]) => ({
			...{ type: 'library', 'bom-ref': `${ref}#${name.replaceAll(' ', '-')}`, name, licenses: licensesOf(licence) },
		})),
	};
}
