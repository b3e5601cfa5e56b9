import { useEffect, useMemo, useState } from 'react';
import type { MarkdownRenderer } from './markdown.ts';
import { documentOf, lines, type PaneContent } from './pane/content.ts';
import { useUi } from './ui.ts';

const soonMs = 300;

/** An article is likely to be opened next: its renderer is loaded while nobody waits for it. */
export function useMarkdownSoon(): void {
	useEffect(() => {
		const timer = setTimeout(() => void import('./markdown.ts').catch(() => undefined), soonMs);
		return () => clearTimeout(timer);
	}, []);
}

/** An article as pane content for `width` columns: its raw text until the renderer, which is slow to load, is there. */
export function useMarkdown(body: string, width: number): PaneContent {
	const { glyphs, background } = useUi();
	const [render, setRender] = useState<MarkdownRenderer | null>(null);
	useEffect(() => {
		let isWanted = true;
		import('./markdown.ts').then(
			({ createMarkdown }) => isWanted && setRender(() => createMarkdown(glyphs, background)),
			// The raw text stays: Markdown can be read as it is.
			() => undefined,
		);
		return () => {
			isWanted = false;
		};
	}, [glyphs, background]);
	return useMemo(() => documentOf(render ? render(body, width).map((text) => ({ text })) : lines(body)), [render, body, width]);
}
