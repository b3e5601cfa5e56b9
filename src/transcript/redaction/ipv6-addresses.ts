import type { Rule } from './rule.ts';

const candidate = /(?<![\w.:])(?<!ip6-)[0-9a-f:]{2,39}(?![\w:]|\.\d)/gi;

/** IPv6 addresses; loopback and unspecified stay, and so do times, hardware addresses and names with `::`. */
export const ipv6: Rule = {
	id: 'ipv6',
	about: 'identity',
	glimpse: { sign: ':', pattern: /::|:[\da-fA-F]{1,4}:[\da-fA-F]{1,4}:[\da-fA-F]{1,4}:/ },
	hide: (line, veil) =>
		line.replace(candidate, (text, at: number) => {
			const groups = groupsOf(text);
			if (groups === null || isKept(groups)) return text;
			const bits = /^\/(\d{1,3})(?!\d)/.exec(line.slice(at + text.length, at + text.length + 5));
			const length = bits === null ? 128 : Math.min(128, Number(bits[1]));
			return veil.ipv6(groups, hasHostPart(groups, length) ? 128 : length);
		}),
};

/** Eight groups of 16 bits; null where the text is no address. */
function groupsOf(text: string): readonly number[] | null {
	if (text.length < 15 && !text.includes('::')) return null;
	const [left = '', right, ...more] = text.split('::');
	if (more.length > 0 || (right === undefined && text.split(':').length !== 8)) return null;
	const front = left === '' ? [] : left.split(':');
	const back = right === undefined || right === '' ? [] : right.split(':');
	if ([...front, ...back].some((group) => !/^[0-9a-f]{1,4}$/i.test(group))) return null;
	if (right !== undefined && front.length + back.length > 7) return null;
	// `dead::beef` is more likely a name of C++ or Perl than an address.
	if (right !== undefined && front.length + back.length < 3 && !/\d/.test(text)) return null;
	const zeros = Array.from({ length: 8 - front.length - back.length }, () => '0');
	return [...front, ...zeros, ...back].map((group) => Number.parseInt(group, 16));
}

function isKept(groups: readonly number[]): boolean {
	return groups.slice(0, 7).every((group) => group === 0) && (groups[7] ?? 0) <= 1;
}

function hasHostPart(groups: readonly number[], bits: number): boolean {
	return groups.some((group, index) => (group & (0xffff >> Math.min(16, Math.max(0, bits - index * 16)))) !== 0);
}
