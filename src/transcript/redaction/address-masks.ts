/** Addresses that differ enough to need this many branches are more than a session has: masks lose their numbers. */
const mostNodes = 1 << 22;
const mostRemembered = 1 << 14;

/**
 * Masks of addresses that keep what they have in common: two addresses share as many leading bits as their masks do, so
 * that subnets of every size stay subnets. Numbers follow the order in which addresses are met and tell nothing else.
 */
export class AddressMasks {
	readonly #v4 = new BitTree();
	readonly #v6 = new BitTree();
	readonly #known = new Map<number, string>();

	/** Of the address, as one number, the first `bits` count; the others are zero. */
	ipv4(address: number, bits: number): string {
		if (bits < 32) return this.#makeIpv4(address, bits);
		const known = this.#known.get(address | 0);
		if (known !== undefined) return known;
		const mask = this.#makeIpv4(address, bits);
		if (this.#known.size >= mostRemembered) this.#known.clear();
		this.#known.set(address | 0, mask);
		return mask;
	}

	#makeIpv4(address: number, bits: number): string {
		const hidden = this.#v4.walk([address >>> 16, address & 0xffff], bits);
		// The last bit of each octet begins at one, for addresses that end in zero look like networks.
		const octets = hidden?.flatMap((group, index) => [
			(group >> 8) ^ (bits >= index * 16 + 8 ? 1 : 0),
			(group & 0xff) ^ (bits >= index * 16 + 16 ? 1 : 0),
		]);
		return octets ? `ip-${octets.join('.')}` : '[address]';
	}

	/** The same for eight groups of 16 bits. */
	ipv6(groups: readonly number[], bits: number): string {
		const hidden = this.#v6.walk(groups, bits);
		if (hidden === null) return '[address]';
		return `ip6-${shortened(hidden.map((group, index) => (index === 7 && bits === 128 ? group ^ 1 : group)))}`;
	}
}

/** A tree of bits in which the branch that is met first at each fork is called the first. */
class BitTree {
	/** Per node: both children, and which bit came first. */
	#nodes = new Int32Array(3 * 1024);
	#count = 1;

	/** The first bits of groups of 16, hidden; null when there are too many different ones. */
	walk(groups: readonly number[], bits: number): readonly number[] | null {
		const hidden = groups.map(() => 0);
		let node = 0;
		for (let index = 0; index < bits; index += 1) {
			const group = index >> 4;
			const shift = 15 - (index & 15);
			const bit = ((groups[group] ?? 0) >> shift) & 1;
			const child = this.#step(node, bit);
			if (child === null) return null;
			hidden[group] = (hidden[group] ?? 0) | ((bit ^ (this.#nodes[3 * node + 2] ?? 0)) << shift);
			node = child;
		}
		return hidden;
	}

	#step(node: number, bit: number): number | null {
		const known = this.#nodes[3 * node + bit] ?? 0;
		if (known !== 0) return known;
		if (this.#count >= mostNodes) return null;
		if (3 * (this.#count + 1) > this.#nodes.length) this.#grow();
		if (this.#nodes[3 * node + 1 - bit] === 0) this.#nodes[3 * node + 2] = bit;
		const child = this.#count;
		this.#count += 1;
		this.#nodes[3 * node + bit] = child;
		return child;
	}

	#grow(): void {
		const larger = new Int32Array(this.#nodes.length * 2);
		larger.set(this.#nodes);
		this.#nodes = larger;
	}
}

/** Eight groups as IPv6 is written, with the first run of zeros left out. */
function shortened(groups: readonly number[]): string {
	const text = groups.map((group) => group.toString(16)).join(':');
	return text.replace(/(?:^|:)0(?::0)+(?::|$)/, '::');
}
