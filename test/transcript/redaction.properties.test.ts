import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AddressMasks } from '../../src/transcript/redaction/address-masks.ts';
import { hideAll } from './hide.ts';
import { planted } from './planted.ts';

const ordinary = readFileSync(new URL('../fixtures/transcript/ordinary.txt', import.meta.url), 'utf8')
	.trimEnd()
	.split('\n');

const secretLine = fc.constantFrom(...planted.map(({ before, secret, after }) => before + secret + after));
const words = fc.constantFrom(
	...[
		'password',
		'secret',
		'token =',
		'Cookie:',
		'Authorization: Basic',
		'key:',
		'"',
		"'",
		'&',
		'?a=',
		'://',
		'-p',
		'--password',
	],
	...[
		'10.1.2.3',
		'192.168.7.0/24',
		'2001:db8::5',
		'[secret-1]',
		'ip-1.2.3.4',
		'alice',
		'/home/bob/x',
		'hunter2x9',
		'é',
		'\0',
		'{',
		')',
	],
	...[
		'eyJhbGciOiJ.eyJzdWIiOiI.abc',
		'x@y.example',
		'Nov 21 10:05:11 web7 sshd[1]:',
		'ServerName',
		'Require ip',
		'0x55aa',
		'%{X}e',
	],
);
const anyLine = fc.oneof(
	secretLine,
	fc.constantFrom(...ordinary),
	fc.array(words, { maxLength: 10 }).map((list) => list.join(' ')),
	fc.string({ maxLength: 60 }).filter((text) => !text.includes('\n')),
);
const anyText = fc.array(anyLine, { minLength: 1, maxLength: 8 });

describe('redaction', () => {
	it('changes nothing in what it has redacted', () => {
		fc.assert(
			fc.property(anyText, (lines) => {
				const once = hideAll(lines, { users: ['alice'], hosts: ['web7'] });
				expect(hideAll(once, { users: ['alice'], hosts: ['web7'] })).toEqual(once);
			}),
			{ numRuns: 400 },
		);
	});

	it('keeps every line in its place', () => {
		fc.assert(
			fc.property(anyText, (lines) => {
				expect(hideAll(lines)).toHaveLength(lines.length);
			}),
		);
	});

	it('gives the same value the same mask, and different values different ones', () => {
		const value = fc.stringMatching(/^[a-z]{3}[A-Z][a-z0-9]{4}[0-9]{3}$/);
		fc.assert(
			fc.property(fc.uniqueArray(value, { minLength: 1, maxLength: 6 }), (values) => {
				const lines = [...values, ...values].map((each) => `password=${each}`);
				const hidden = hideAll(lines);
				expect(hidden.slice(0, values.length)).toEqual(hidden.slice(values.length));
				expect(new Set(hidden).size).toBe(values.length);
			}),
		);
	});

	it('is the same however often it is done', () => {
		fc.assert(
			fc.property(anyText, (lines) => {
				expect(hideAll(lines)).toEqual(hideAll(lines));
			}),
		);
	});
});

describe('masks of addresses', () => {
	const address = fc.integer({ min: 0x01000000, max: 0xdfffffff });
	const common = (one: number, other: number): number => Math.clz32(one ^ other);
	const numberOf = (mask: string): number =>
		mask
			.slice(3)
			.split('.')
			.reduce((sum, octet) => sum * 256 + Number(octet), 0) | 0;

	it('share as many leading bits as the addresses do', () => {
		fc.assert(
			fc.property(fc.array(address, { minLength: 2, maxLength: 20 }), (addresses) => {
				const masks = new AddressMasks();
				const hidden = addresses.map((each) => numberOf(masks.ipv4(each, 32)));
				for (const [at, one] of addresses.entries()) {
					for (const [place, other] of addresses.entries()) {
						expect(common(hidden[at] ?? 0, hidden[place] ?? 0)).toBe(common(one, other));
					}
				}
			}),
		);
	});

	it('keep networks networks of the addresses within', () => {
		fc.assert(
			fc.property(address, fc.integer({ min: 1, max: 31 }), (one, bits) => {
				const masks = new AddressMasks();
				const network = Number((BigInt(one) >> BigInt(32 - bits)) << BigInt(32 - bits));
				const hidden = numberOf(masks.ipv4(network, bits));
				expect(common(numberOf(masks.ipv4(one, 32)), hidden)).toBeGreaterThanOrEqual(bits);
				expect(hidden << bits).toBe(0);
			}),
		);
	});

	it('do the same for IPv6', () => {
		const groups = fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 8, maxLength: 8 });
		const textOf = (parts: readonly number[]): string => parts.map((part) => part.toString(16)).join(':');
		fc.assert(
			fc.property(groups, groups, fc.integer({ min: 1, max: 7 }), (one, other, shared) => {
				const sibling = [...one.slice(0, shared), ((one[shared] ?? 0) ^ 1) & 0xffff, ...other.slice(shared + 1)];
				const [first = '', second = ''] = hideAll([`[${textOf(one)}]:443 up`, `[${textOf(sibling)}]:443 up`]);
				const expand = (line: string): readonly string[] => expanded(/\[ip6-([0-9a-f:]+)\]/.exec(line)?.[1] ?? '');
				expect(expand(first).slice(0, shared)).toEqual(expand(second).slice(0, shared));
				expect(expand(first)[shared]).not.toBe(expand(second)[shared]);
			}),
		);
	});

	it('leave loopback, unspecified and netmasks', () => {
		const kept = ['127.0.0.1', '127.1.2.3', '0.0.0.0', '255.255.255.0', '255.255.255.255', '::1', '::', '0.0.0.0/0'];
		expect(hideAll(kept)).toEqual(kept);
	});

	it('tell networks from addresses of an interface', () => {
		expect(hideAll(['10.20.30.0/24', 'addr 10.20.30.40/24', '10.20.0.0/255.255.0.0', 'Require ip 10.20 10.20.30'])).toEqual([
			'ip-1.1.1.0/24',
			'addr ip-1.1.1.1/24',
			'ip-1.1.0.0/255.255.0.0',
			'Require ip ip-1.1 ip-1.1.1',
		]);
	});
});

function expanded(text: string): readonly string[] {
	const [left = '', right] = text.split('::');
	const front = left === '' ? [] : left.split(':');
	const back = right === undefined || right === '' ? [] : right.split(':');
	return right === undefined ? front : [...front, ...Array.from({ length: 8 - front.length - back.length }, () => '0'), ...back];
}
