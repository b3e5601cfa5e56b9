/** A library that is linked into Bun for Linux. */
export interface Linked {
	readonly name: string;
	/** SPDX expression; of several that one may choose from, the chosen one. */
	readonly licence: string;
	/** Its copyright lines. */
	readonly by: string;
	/** Name in Bun's own `process.versions`, which has a version or a commit; absent where Bun does not tell. */
	readonly key?: string;
	/** Repository at GitHub that the commit is of. */
	readonly repository?: string;
	/** Where Bun does not tell it. */
	readonly version?: string;
	/** Not in Bun for musl, which takes the one of the system. */
	readonly glibcOnly?: true;
}

/** As Bun's own list has them, and what that leaves out. Parts for Windows only are not among them. */
export const linked: readonly Linked[] = [
	{
		name: 'JavaScriptCore and parts of WebCore',
		licence: 'LGPL-2.0-or-later AND BSD-2-Clause',
		by: 'Copyright (C) Apple Inc. and the contributors of WebKit',
		key: 'webkit',
		repository: 'oven-sh/WebKit',
	},
	{
		name: 'BoringSSL',
		licence: 'OpenSSL AND ISC AND Apache-2.0',
		by: 'Copyright (c) Google Inc.; the OpenSSL Project Authors; Eric Young',
		key: 'boringssl',
		repository: 'oven-sh/boringssl',
	},
	{ name: 'brotli', licence: 'MIT', by: 'Copyright (c) 2009, 2010, 2013-2016 by the Brotli Authors.' },
	{
		name: 'libarchive',
		licence: 'BSD-2-Clause',
		by: 'Copyright (c) 2003-2018 Tim Kientzle and the other authors of libarchive',
		key: 'libarchive',
		repository: 'libarchive/libarchive',
	},
	{
		name: 'lol-html',
		licence: 'BSD-3-Clause',
		by: 'Copyright (C) 2019, Cloudflare, Inc.; Copyright (C) 2019, Ivan Nikulin',
		key: 'lolhtml',
		repository: 'cloudflare/lol-html',
	},
	{
		name: 'ls-hpack',
		licence: 'MIT',
		by: 'Copyright (c) 2018 LiteSpeed Technologies Inc',
		key: 'lshpack',
		repository: 'litespeedtech/ls-hpack',
	},
	{ name: 'ls-qpack', licence: 'MIT', by: 'Copyright (c) 2018 - 2021 LiteSpeed Technologies Inc' },
	{
		name: 'lsquic',
		licence: 'MIT AND BSD-3-Clause',
		by: 'Copyright (c) 2017 - 2018 LiteSpeed Technologies Inc; Copyright 2015 The Chromium Authors',
	},
	{
		name: 'mimalloc',
		licence: 'MIT',
		by: 'Copyright (c) Microsoft Corporation, Daan Leijen',
		key: 'mimalloc',
		repository: 'oven-sh/mimalloc',
	},
	{
		name: 'picohttpparser',
		licence: 'MIT',
		by: 'Copyright (c) 2009-2014 Kazuho Oku, Tokuhiro Matsuno, Daisuke Murase, Shigeo Mitsunari',
		key: 'picohttpparser',
		repository: 'h2o/picohttpparser',
	},
	{
		name: 'zstd',
		licence: 'BSD-3-Clause',
		by: 'Copyright (c) Meta Platforms, Inc. and affiliates.',
		key: 'zstd',
		repository: 'facebook/zstd',
	},
	{ name: 'simdutf', licence: 'Apache-2.0', by: 'Copyright The simdutf authors' },
	{
		name: 'tinycc',
		licence: 'LGPL-2.1-or-later',
		by: 'Copyright (c) Fabrice Bellard and the contributors of TinyCC',
		key: 'tinycc',
		repository: 'oven-sh/tinycc',
	},
	{ name: 'uSockets', licence: 'Apache-2.0', by: 'Copyright Alex Hultman and contributors', key: 'usockets' },
	{ name: 'uWebSockets', licence: 'Apache-2.0', by: 'Copyright Alex Hultman and contributors', key: 'uwebsockets' },
	{
		name: 'zlib-ng',
		licence: 'Zlib',
		by: '(C) 1995-2025 Jean-loup Gailly and Mark Adler',
		key: 'zlib',
		repository: 'zlib-ng/zlib-ng',
	},
	{
		name: 'c-ares',
		licence: 'MIT',
		by: 'Copyright (c) 2007 - 2023, Daniel Stenberg with many contributors',
		key: 'ares',
		repository: 'c-ares/c-ares',
	},
	{ name: 'ICU', licence: 'Unicode-3.0', by: 'Copyright (C) 2016-2025 Unicode, Inc.', key: 'icu' },
	{
		name: 'base64',
		licence: 'BSD-2-Clause',
		by: `Copyright (c) 2005-2007, Nick Galbreath; 2015-2017, Wojciech Mula; 2016-2017, Matthieu Darbois;
2013-2022, Alfred Klomp`,
	},
	{
		name: 'libdeflate',
		licence: 'MIT',
		by: 'Copyright 2016 Eric Biggers; Copyright 2024 Google LLC',
		key: 'libdeflate',
		repository: 'ebiggers/libdeflate',
	},
	{
		name: 'libjpeg-turbo',
		licence: 'BSD-3-Clause AND IJG AND Zlib',
		by: 'Copyright (C) 2009-2025 D. R. Commander; (C) 2015 Viktor Szathmary; (C) 1991-2020 Thomas G. Lane, Guido Vollbeding',
	},
	{ name: 'libspng', licence: 'BSD-2-Clause', by: 'Copyright (c) 2018-2023, Randy <randy408@protonmail.com>' },
	{ name: 'libwebp', licence: 'BSD-3-Clause', by: 'Copyright (c) 2010, Google Inc.' },
	{ name: 'highway', licence: 'Apache-2.0', by: 'Copyright (c) the Highway Project Authors.' },
	{ name: 'uucode', licence: 'MIT', by: 'Copyright (c) Jacob Sandlund and contributors' },
	{
		name: 'HdrHistogram_c',
		licence: 'BSD-2-Clause',
		by: 'Copyright (c) 2012, 2013, 2014 Gil Tene; 2014 Michael Barker; 2014 Matt Warren',
	},
	{ name: 'SQLite', licence: 'blessing', by: 'In the public domain', key: 'sqlite' },
	{ name: 'llhttp', licence: 'MIT', by: 'Copyright Fedor Indutny, 2018.', key: 'llhttp' },
	{ name: 'acorn and acorn-walk', licence: 'MIT', by: 'Copyright (C) 2012-2022 by various contributors' },
	{
		name: 'esbuild (ported parts)',
		licence: 'MIT',
		by: 'Copyright (c) 2020 Evan Wallace',
	},
	{
		name: 'Node.js and its packages for browsers (ported modules)',
		licence: 'MIT',
		by: `Copyright Node.js contributors; Joyent, Inc.; Feross Aboukhadijeh; James Halliday; Mathias Bynens;
Calvin Metcalf; Ben Drucker; the contributors of the browserify packages`,
	},
	{
		name: 'libc++abi (__cxa_thread_atexit)',
		licence: 'Apache-2.0 WITH LLVM-exception',
		by: 'Copyright the contributors of the LLVM project',
	},
	{
		name: 'libstdc++ and libgcc',
		licence: 'GPL-3.0-or-later WITH GCC-exception-3.1',
		by: 'Copyright (C) Free Software Foundation, Inc.',
		version: '13.1.0',
		glibcOnly: true,
	},
];
