import type { Intent } from '../../domain/index.ts';
import type { Screen } from '../../session/screen-types.ts';
import type { ArticleEntry, ExportFormat } from '../../engine/door-host.ts';
import type { TuiMessages } from '../../catalogue/index.ts';
import { searchOffer } from '../documents/search.ts';
import type { Overlay } from '../overlay.ts';
import { foreignLine } from '../text/foreign.ts';

/** What a command does. Nothing here is above `read`: what changes the target still asks for its typed word. */
export type Deed =
	| { readonly kind: 'open'; readonly overlay: Overlay }
	| { readonly kind: 'send'; readonly intent: Intent }
	/** So many steps back. */
	| { readonly kind: 'back'; readonly steps: number }
	| { readonly kind: 'export'; readonly format: ExportFormat }
	| { readonly kind: 'fresh' }
	/** The key that does it on what lies below. */
	| { readonly kind: 'press'; readonly key: string };

export interface PaletteEntry {
	readonly id: string;
	/** Safe to draw. */
	readonly label: string;
	/** The key that does the same; empty where there is none. */
	readonly keys: string;
	readonly deed: Deed;
}

export const exportFormats: readonly ExportFormat[] = ['markdown', 'json', 'html', 'text', 'asciicast', 'summary'];

/** All commands that make sense on this screen, the most useful first; articles only where they were asked for. */
export function paletteEntries(screen: Screen, articles: readonly ArticleEntry[], m: TuiMessages): readonly PaletteEntry[] {
	return [
		...intentEntries(screen, m),
		...jumpEntries(screen, m),
		...searchEntries(screen, m),
		...openEntries(screen, m),
		...exportFormats.map((format) =>
			entry(`export-${format}`, m.palette.exportAs(m.export.formats[format]), format === 'markdown' ? 'e' : '', {
				kind: 'export',
				format,
			}),
		),
		...paneEntries(m),
		entry('fresh', m.palette.fresh, '', { kind: 'fresh' }),
		entry('quit', m.palette.quit, 'q', { kind: 'open', overlay: { kind: 'quit' } }),
		...articles.map(({ id, title }) =>
			entry(`article-${id}`, m.palette.article(foreignLine(title), id), '', {
				kind: 'open',
				overlay: { kind: 'article', id },
			}),
		),
	];
}

function entry(id: string, label: string, keys: string, deed: Deed): PaletteEntry {
	return { id, label, keys, deed };
}

function intentEntries({ legal, body }: Screen, { palette }: TuiMessages): readonly PaletteEntry[] {
	const all: readonly (readonly [Intent & { readonly type: SimpleIntent }, string, string])[] = [
		[{ type: 'continue' }, palette.next, 'Enter'],
		[{ type: 'back' }, palette.back, 'b'],
		[{ type: 'skip' }, palette.skip, 's'],
		[{ type: 'repeat' }, palette.repeat, 'r'],
		[{ type: 'stop' }, palette.stop, 'x'],
		[{ type: 'start-over' }, palette.startOver, ''],
	];
	return all
		.filter(([{ type }]) => legal.has(type) && (type !== 'stop' || isRunning(body)))
		.map(([intent, label, keys]) => entry(intent.type, label, keys, { kind: 'send', intent }));
}

function isRunning(body: Screen['body']): boolean {
	return body.kind === 'collect' && !body.finished;
}

type SimpleIntent = 'continue' | 'back' | 'skip' | 'repeat' | 'stop' | 'start-over';

/** The steps taken, the nearest first; the present one is none of them. */
function jumpEntries({ banner, legal }: Screen, m: TuiMessages): readonly PaletteEntry[] {
	if (!legal.has('back')) return [];
	const steps = banner.path.slice(0, -1).map((title, index) =>
		entry(`step-${index + 1}`, m.palette.jump(index + 1, foreignLine(title)), '', {
			kind: 'back',
			steps: banner.path.length - 1 - index,
		}),
	);
	return steps.toReversed();
}

function openEntries({ legal, banner, isReadOnly }: Screen, m: TuiMessages): readonly PaletteEntry[] {
	const { palette } = m;
	const open = (id: string, label: string, keys: string, overlay: Overlay): PaletteEntry =>
		entry(id, label, keys, { kind: 'open', overlay });
	return [
		...(legal.has('override') ? [open('override', palette.override, 'o', { kind: 'override' })] : []),
		...(legal.has('note') ? [entry('note', palette.note, 'm', { kind: 'press', key: 'm' })] : []),
		...(legal.has('paste') ? [open('paste', palette.paste, 'p', { kind: 'paste', text: '' })] : []),
		open('evidence', palette.evidence, 'v', { kind: 'evidence' }),
		open('knowledge', palette.knowledge, 'i', { kind: 'knowledge' }),
		entry('help', palette.help, '?', { kind: 'press', key: '?' }),
		...(banner.isLive || isReadOnly ? [open('others', m.others.open, '', { kind: 'others' })] : []),
		open('resume', palette.resume, '', { kind: 'sessions' }),
		open('practice', palette.practice, '', { kind: 'practice' }),
		open('bundle', palette.bundle, '', { kind: 'bundle' }),
	];
}

function searchEntries({ legal, search }: Screen, m: TuiMessages): readonly PaletteEntry[] {
	if (search === null) return [];
	const found = search.evidence;
	return [
		...(legal.has('search-log')
			? [entry('search-log', searchOffer(search, m), found === null ? 'f' : '', { kind: 'send', intent: { type: 'search-log' } })]
			: []),
		...(legal.has('stop-search')
			? [entry('stop-search', m.wholeLog.stop, 'Esc', { kind: 'send', intent: { type: 'stop-search' } })]
			: []),
		...(found === null
			? []
			: [entry('search-found', m.wholeLog.show, 'f', { kind: 'open', overlay: { kind: 'text', evidence: found } })]),
	];
}

function paneEntries({ palette }: TuiMessages): readonly PaletteEntry[] {
	return [
		[palette.wrap, 'w'],
		[palette.search, '/'],
		[palette.mark, ']'],
		[palette.copyLine, 'y'],
		[palette.copyCommand, 'Y'],
	].map(([label = '', key = '']) => entry(`press-${key}`, label, key, { kind: 'press', key }));
}
