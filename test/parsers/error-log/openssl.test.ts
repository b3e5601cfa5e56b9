import { describe, expect, it } from 'vitest';
import { errorLogParser } from '../../../src/parsers/error-log/index.ts';
import { factsOf } from '../evidence.ts';

const head = '[Sat Nov 21 20:40:51.687816 2026] [ssl:warn] [pid 4865:tid 4865] ';
const words = 'AH01882: Init: this version of mod_ssl was compiled against a newer library';
const line = (built: string, loaded: string) =>
	`${head}${words} (${built}, version currently loaded is 0x${loaded}) - may result in undefined or erroneous behavior\n`;

const inLog = (text: string) => {
	const { opensslMismatch, opensslOtherGeneration, opensslBuilt, opensslLoaded } = factsOf(errorLogParser, text);
	return [opensslMismatch, opensslOtherGeneration, opensslBuilt, opensslLoaded];
};

describe('an OpenSSL that is older than mod_ssl', () => {
	it.each([
		['OpenSSL 3.0.22 25 Aug 2026 (OpenSSL 3.0.19 27 Jan 2026)', '30000130', 0, '3.0.22', '3.0.19'],
		['OpenSSL 3.5.4 30 Sep 2025 (OpenSSL 3.0.19 27 Jan 2026)', '30000130', 0, '3.5.4', '3.0.19'],
		['OpenSSL 1.1.1w  11 Sep 2023 (OpenSSL 1.1.0l  10 Sep 2019)', '101000CF', 0, '1.1.1', '1.1.0'],
		['OpenSSL 1.0.2k-fips  26 Jan 2017 (OpenSSL 1.0.1e-fips 11 Feb 2013)', '1000105F', 0, '1.0.2', '1.0.1'],
		['OpenSSL 3.0.22 25 Aug 2026 (OpenSSL 1.1.1w  11 Sep 2023)', '1010117F', 1, '3.0.22', '1.1.1'],
		['OpenSSL 1.1.1w  11 Sep 2023 (OpenSSL 1.0.2u  20 Dec 2019)', '1000215F', 1, '1.1.1', '1.0.2'],
		['OpenSSL 1.0.2k-fips  26 Jan 2017 (OpenSSL 0.9.8e-fips-rhel5 01 Jul 2008)', '90805F', 1, '1.0.2', '0.9.8'],
		['OpenSSL 4.0.0 14 Apr 2026 (OpenSSL 3.6.2 7 Apr 2026)', '30600020', 1, '4.0.0', '3.6.2'],
	])('%s: 0x%s', (built, number, others, release, loaded) => {
		expect(inLog(line(built, number))).toEqual([1, others, release, loaded]);
	});

	it('is of no known generation where a line does not tell its release', () => {
		expect(inLog(`${line('OpenSSL 3.0.22 25 Aug 2026 (…)', '30000130')}${head}${words}\n`)).toEqual([
			2,
			undefined,
			'3.0.22',
			'3.0.19',
		]);
	});

	it('is none where no line speaks of it', () => {
		expect(inLog(`${head}AH02568: Certificate and private key configured\n`)).toEqual([0, 0, undefined, undefined]);
	});
});
