import { detached } from './detached.ts';
import type { Frame, FrameText, TraceFormat } from './types.ts';

/** What frames of one place in the code have in common. */
interface Place extends Omit<FrameText, 'index' | 'address' | 'args'> {
	/** Length of the address as printed; 0 where it is kept as it is. */
	readonly digits: number;
}

/** A frame of a stack, small: a busy server has hundreds of thousands. */
class PooledFrame implements Frame {
	readonly index: number;
	readonly firstLine: number;
	readonly lastLine: number;
	readonly args: string;
	readonly #place: Place;
	readonly #address: number | string | null;

	constructor(place: Place, address: number | string | null, args: string, at: Pick<Frame, 'index' | 'firstLine' | 'lastLine'>) {
		this.#place = place;
		this.#address = address;
		this.args = args;
		this.index = at.index;
		this.firstLine = at.firstLine;
		this.lastLine = at.lastLine;
	}

	get address(): string | null {
		if (typeof this.#address !== 'number') return this.#address;
		return `0x${this.#address.toString(16).padStart(this.#place.digits, '0')}`;
	}

	get function(): string | null {
		return this.#place.function;
	}

	get file(): string | null {
		return this.#place.file;
	}

	get sourceLine(): number | null {
		return this.#place.sourceLine;
	}

	get object(): string | null {
		return this.#place.object;
	}

	get offset(): string | null {
		return this.#place.offset;
	}

	get format(): TraceFormat {
		return this.#place.format;
	}
}

/** Places that are kept for the frames to come. */
const most = 20_000;
/** An address that is exact as a number. */
const printed = /^0x[\da-f]{1,13}$|^0x000[\da-f]{13}$/;

/** Makes frames that share what is equal, and keep nothing of the text alive that they were read from. */
export class FramePool {
	readonly #known = new Map<string, Place>();
	/** Of the frame before: those of a thread are often alike. */
	#args = '';

	of(text: FrameText, index: number, firstLine: number, lastLine: number): Frame {
		const { address } = text;
		const isNumber = address !== null && printed.test(address);
		const place = this.#placeOf(text, isNumber ? address.length - 2 : 0);
		const kept = isNumber ? Number(address) : owned(address);
		if (text.args !== this.#args) this.#args = detached(text.args);
		return new PooledFrame(place, kept, this.#args, { index, firstLine, lastLine });
	}

	#placeOf(text: FrameText, digits: number): Place {
		const { file, sourceLine, object, offset, format } = text;
		const key = [text.function, file, sourceLine, object, offset, format, digits].join('\n');
		const known = this.#known.get(key);
		if (known) return known;
		const own = { function: owned(text.function), file: owned(file), object: owned(object), offset: owned(offset) };
		const place = { ...own, sourceLine, format, digits };
		if (this.#known.size < most) this.#known.set(key, place);
		return place;
	}
}

function owned(part: string | null): string | null {
	return part === null ? null : detached(part);
}

/** The frame with another object. */
export function withObject(frame: Frame, object: string | null): Frame {
	const { index, address, function: name, args, file, sourceLine, offset, format, firstLine, lastLine } = frame;
	return { index, address, function: name, args, file, sourceLine, object, offset, format, firstLine, lastLine };
}
