import { type DOMElement, measureElement, useCursor } from 'ink';
import { type RefObject, useEffect, useState } from 'react';

/**
 * Puts the terminal's own cursor at a column of an element: there an input method draws what is being composed, and a
 * screen reader and a magnifier look. Only to be drawn while the element has the keyboard.
 */
export function useCaret(element: RefObject<DOMElement | null>, column: number): void {
	const { setCursorPosition } = useCursor();
	const [origin, setOrigin] = useState<{ readonly x: number; readonly y: number } | null>(null);
	// Known once it is laid out, and another after each change around it; it is set again only where it has changed.
	// oxlint-disable-next-line react-hooks/exhaustive-deps -- any change around the element may move it
	useEffect(() => {
		if (element.current === null) return;
		const { x, y } = measureElement(element.current);
		// oxlint-disable-next-line react/set-state-in-effect -- the layout is known after it only
		setOrigin((known) => (known?.x === x && known.y === y ? known : { x, y }));
	});
	setCursorPosition(origin === null ? undefined : { x: origin.x + column, y: origin.y });
}
