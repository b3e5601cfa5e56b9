import { Text } from 'ink';
import type { ReactElement } from 'react';
import { fitHints, type KeyHint } from '../keys.ts';
import { useIsTyping } from '../router.ts';
import { useUi } from '../ui.ts';

interface FooterProps {
	/** The most useful first. */
	readonly hints: readonly KeyHint[];
	readonly width: number;
}

/** The keys that do something now, in one row. How to leave is always among them; a text field takes all letters. */
export function Footer({ hints, width }: FooterProps): ReactElement {
	const { m, tones } = useUi();
	const isTyping = useIsTyping();
	const last = isTyping
		? [
				{ keys: 'Ctrl-K', label: m.keys.commands },
				{ keys: 'Ctrl-C', label: m.keys.quit },
			]
		: [
				{ keys: ':', label: m.keys.commands },
				{ keys: '?', label: m.keys.help },
				{ keys: 'q', label: m.keys.quit },
			];
	return (
		<Text wrap="truncate">
			{fitHints(hints, last, width).map((hint, index) => (
				<Text key={`${hint.keys}${hint.label}`}>
					{index === 0 ? '' : '  '}
					<Text {...tones.accent}>{hint.keys}</Text>
					<Text {...tones.muted}> {hint.label}</Text>
				</Text>
			))}
		</Text>
	);
}
