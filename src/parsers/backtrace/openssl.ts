const object = /\blib(?:ssl|crypto)[-.\w]*?\.so\.(\d+(?:\.\d+)*)/g;
const packageName = /\b(?:compat-)?(?:openssl|libssl|libopenssl)(\d[\d_]*\w?)?(?:-libs|-perl|-devel)?-(\d+\.\d+(?:\.\d+)?)/g;

/** Sonames of systems that number their own way. */
const sonames: Readonly<Record<string, string>> = {
	'10': '1.0',
	'6': '0.9.8',
	'8': '1.0',
	'7': '1.0',
	'11': '1.1',
	'111': '1.1',
	'30': '3',
	'35': '3',
};

/** `1.0` for 1.0.1 and 1.0.2: releases within a generation replace each other, generations do not. */
function generation(version: string): string {
	if (version.startsWith('0.9.')) return version.split('.').slice(0, 3).join('.');
	const [major = '', minor] = version.split('.');
	if (Number(major) >= 3 && Number(major) < 6) return major;
	return minor === undefined ? (sonames[major] ?? major) : `${major}.${minor}`;
}

/** Generations of OpenSSL that a line names, by objects in the process or by packages. */
export function opensslIn(text: string): readonly string[] {
	if (!text.includes('ssl') && !text.includes('libcrypto')) return [];
	const found = [...text.matchAll(object)].map(([, version = '']) => version);
	const listed = text.startsWith('Missing separate') ? [...text.matchAll(packageName)].map(([, , version = '']) => version) : [];
	return [...new Set([...found, ...listed].map(generation))];
}
