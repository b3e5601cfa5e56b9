/** Collects the output of a program up to a number of bytes; streams are woven together by whole lines. */
export interface Output {
	readonly add: (stream: 'stdout' | 'stderr', chunk: Buffer) => void;
	/** Bytes beyond the cap were dropped. */
	readonly overflown: () => boolean;
	/**
	 * UTF-8 text, invalid bytes as U+FFFD, always ending with a newline unless empty. `cut` says that the program was
	 * ended early: then, as after an overflow, an unfinished last line goes, because half a number is a wrong number.
	 */
	readonly text: (cut: boolean) => string;
}

const newline = 0x0a;

export function createOutput(maxBytes: number): Output {
	const whole: Buffer[] = [];
	const unfinished: Record<'stdout' | 'stderr', Buffer[]> = { stdout: [], stderr: [] };
	let room = maxBytes;
	let overflown = false;
	return {
		add: (stream, chunk) => {
			const kept = chunk.subarray(0, room);
			room -= kept.length;
			if (kept.length < chunk.length) overflown = true;
			const end = kept.lastIndexOf(newline) + 1;
			if (end > 0) whole.push(...unfinished[stream].splice(0), kept.subarray(0, end));
			if (end < kept.length) unfinished[stream].push(kept.subarray(end));
		},
		overflown: () => overflown,
		text: (cut) => {
			const rests = [Buffer.concat(unfinished.stdout), Buffer.concat(unfinished.stderr)].filter((rest) => rest.length > 0);
			const parts = (cut || overflown) && whole.length > 0 ? [Buffer.concat(whole)] : [Buffer.concat(whole), ...rests];
			return parts.map((part) => withFinalNewline(part.toString('utf8'))).join('');
		},
	};
}

export function withFinalNewline(text: string): string {
	return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}
