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

/** `1.0` for 1.0.1 and 1.0.2: releases within a generation replace each other, generations do not. Takes sonames, too. */
export function opensslGeneration(version: string): string {
	if (version.startsWith('0.9.')) return version.split('.').slice(0, 3).join('.');
	const [major = '', minor] = version.split('.');
	if (Number(major) >= 3 && Number(major) < 6) return major;
	return minor === undefined ? (sonames[major] ?? major) : `${major}.${minor}`;
}

/** The release that OpenSSL tells as a number (0xMNNFFPPS, in 3.x 0xMNN00PPS): `1.0.2` for 0x100020BF, `3.0.19` for 0x30000130. */
export function opensslVersionOf(number: number): string {
	const [major, minor, fix, patch] = [number >>> 28, (number >>> 20) & 0xff, (number >>> 12) & 0xff, (number >>> 4) & 0xff];
	return `${major}.${minor}.${major >= 3 ? patch : fix}`;
}
