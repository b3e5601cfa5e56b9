/** Text being pasted or typed as evidence. */
export interface PasteBuffer {
	readonly text: string;
	/** The last part was typed: Enter is then a new line, not the end. */
	readonly isTyped: boolean;
}

export function pasted(buffer: PasteBuffer, text: string): PasteBuffer {
	return { text: buffer.text + text.replace(/\r\n?/g, '\n'), isTyped: false };
}

export function typed(buffer: PasteBuffer, text: string): PasteBuffer {
	return { text: buffer.text + text, isTyped: true };
}

export function erased(buffer: PasteBuffer): PasteBuffer {
	return buffer.isTyped ? { text: buffer.text.replace(/.$/su, ''), isTyped: true } : buffer;
}
