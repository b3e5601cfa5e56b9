import { opensslGeneration } from '../openssl-generation.ts';

const object = /\blib(?:ssl|crypto)[-.\w]*?\.so\.(\d+(?:\.\d+)*)/g;
const packageName = /^(?:compat-)?(?:lib)?(?:openssl|ssl)(?:\d[\d_]*[a-z]?)?(?:-libs)?-(\d+\.\d+(?:\.\d+)?)/;

/** Generations of OpenSSL whose objects a line names. */
export function opensslObjects(text: string): readonly string[] {
	if (!text.includes('libssl') && !text.includes('libcrypto')) return [];
	return [...text.matchAll(object)].map(([, version = '']) => opensslGeneration(version));
}

/** Generations of OpenSSL that packages with versions hold. */
export function opensslPackages(names: readonly string[]): readonly string[] {
	return names.flatMap((name) => {
		const version = packageName.exec(name)?.[1];
		return version === undefined ? [] : [opensslGeneration(version)];
	});
}
