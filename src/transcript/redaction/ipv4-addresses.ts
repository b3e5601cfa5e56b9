import type { Rule, Veil } from './rule.ts';

const address = /\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}/g;
const subnets =
	/\b(?:Require\s+(?:not\s+)?ip|(?:Allow|Deny)\s+from|RemoteIP(?:Internal|Trusted)Proxy)\s+(?=[\d.]+(?:\s|$)|.*\s[\d.]+(?:\s|$))/i;
const part = /(?<=\s)(?:\d{1,3}\.){0,2}\d{1,3}\.?(?=\s|$)/g;

/** IPv4 addresses; loopback, unspecified, broadcast and netmasks stay, and so do versions and object ids. */
export const ipv4: Rule = {
	id: 'ipv4',
	about: 'identity',
	glimpse: { pattern: /\d\.\d{1,3}\.\d{1,3}\.\d/ },
	hide: (line, veil) => line.replace(address, (text, at: number) => hideAddress(text, at, line, veil)),
};

/** The beginning of an address, as httpd takes it for a subnet: `Require ip 10.20`. */
export const ipv4Subnet: Rule = {
	id: 'ipv4',
	about: 'identity',
	glimpse: { literals: ['require', 'allow', 'deny', 'remoteip'] },
	hide: (line, veil) => {
		const list = subnets.exec(line);
		if (list === null) return line;
		const at = list.index + list[0].length - 1;
		return line.slice(0, at) + line.slice(at).replace(part, (text) => maskOfPart(text, veil));
	},
};

function hideAddress(text: string, at: number, line: string, veil: Veil): string {
	const value = numberOf(text);
	if (value === null || isKept(value)) return text;
	const end = at + text.length;
	if (!standsFree(line, at, end) && looksLikeVersion(line, at, end, Math.floor(value / 0x1000000))) return text;
	if (line[end] !== '/') return veil.ipv4(value);
	const bits = prefixBits(line.slice(end + 1, end + 16));
	// An address with its prefix length, as interfaces have it, is no network.
	return veil.ipv4(value, bits < 32 && value % 2 ** (32 - bits) === 0 ? bits : 32);
}

/** The address as one number; null where an octet is too large or has leading zeros. */
function numberOf(text: string): number | null {
	let value = 0;
	let octet = 0;
	let digits = 0;
	for (let at = 0; at < text.length; at += 1) {
		const digit = text.charCodeAt(at) - 48;
		if (digit < 0) {
			value = value * 256 + octet;
			octet = 0;
			digits = 0;
		} else {
			if (digits > 0 && octet === 0) return null;
			octet = octet * 10 + digit;
			digits += 1;
			if (octet > 255) return null;
		}
	}
	return value * 256 + octet;
}

function isKept(value: number): boolean {
	return value === 0 || value >>> 24 === 127 || value >= 0xff800000;
}

/** The common case: between brackets, quotes or the like, or a blank that no word such as "version" stands before. */
function standsFree(line: string, start: number, end: number): boolean {
	const before = line[start - 1];
	const after = line[end];
	if (after !== undefined && !' :)]"\',;'.includes(after)) return false;
	if (before === undefined || '[("\'=,@'.includes(before)) return true;
	// Words that announce a version end in one of these.
	return before === ' ' && !'neNEvV:= '.includes(line[start - 2] ?? ' ');
}

function looksLikeVersion(line: string, start: number, end: number, first: number): boolean {
	const before = start > 64 ? `/${line.slice(start - 64, start)}` : line.slice(0, start);
	const after = line.slice(end, end + 24);
	// More numbers: an object id or a longer version. A letter: part of a name.
	if (/^(?:\.?\d|[A-Za-z_]|~|\+\w|-\d+(?:[~+]|\.[a-z]|ubuntu|deb|el\d))/.test(after)) return true;
	if (/(?:\\[nrt]|%[\dA-Fa-f]{2})$/.test(before)) return false;
	if (/%[\dA-Fa-f]{2}ip-$/.test(before)) return true;
	if (/(?:\d\.?|[A-Za-z]|(?<![A-Za-z])ip-|\b(?:version|release|rev)[\s:=]*|\brv:)$/i.test(before)) return true;
	// A product such as Chrome/120.0.0.0, but not the last part of a path or a URL.
	if (/(?:^|[\s"'(;,])[A-Za-z][\w.+-]*\/$/.test(before)) return true;
	return first < 10 && /(?:[A-Za-z]-|_)$/.test(before);
}

/** What stands after the slash of a network: a number of bits or a netmask; 32 for anything else. */
function prefixBits(after: string): number {
	const [, bits, mask] = /^(?:(\d{1,2})(?!\d)|((?:255\.){1,3}[\d.]+))/.exec(after) ?? [];
	if (mask === undefined) return bits === undefined ? 32 : Number(bits);
	return mask
		.split('.')
		.map((octet) => Number(octet).toString(2).replaceAll('0', '').length)
		.reduce((sum, count) => sum + count, 0);
}

function maskOfPart(text: string, veil: Veil): string {
	const octets = text.split('.').filter((octet) => octet !== '');
	if (octets.some((octet) => Number(octet) > 255) || Number(octets[0]) === 127) return text;
	const value = [0, 1, 2, 3].reduce((sum, index) => sum * 256 + Number(octets[index] ?? 0), 0);
	const mask = veil.ipv4(value, octets.length * 8);
	return mask.split('.').slice(0, octets.length).join('.') + (text.endsWith('.') ? '.' : '');
}
