const object = /\blib(?:ssl|crypto)[-.\w]*?\.so\.(\d+(?:\.\d+)*)/g;
const packageName = /^(?:compat-)?(?:lib)?(?:openssl|ssl)(?:\d[\d_]*[a-z]?)?(?:-libs)?-(\d+\.\d+(?:\.\d+)?)/;

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

/** Generations of OpenSSL whose objects a line names. */
export function opensslObjects(text: string): readonly string[] {
	if (!text.includes('libssl') && !text.includes('libcrypto')) return [];
	return [...text.matchAll(object)].map(([, version = '']) => generation(version));
}

/** Generations of OpenSSL that packages with versions hold. */
export function opensslPackages(names: readonly string[]): readonly string[] {
	return names.flatMap((name) => {
		const version = packageName.exec(name)?.[1];
		return version === undefined ? [] : [generation(version)];
	});
}
