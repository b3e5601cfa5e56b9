import { Box } from 'ink';
import { type ReactElement, useState } from 'react';
import { hasGrown } from '../../session/log-growth.ts';
import type { CollectionItem, CollectScreen } from '../../session/screen-types.ts';
import { useBindings } from '../bindings.ts';
import { mostLeastRows } from '../pane/least-rows.ts';
import { allot, fixed } from '../text/allot.ts';
import { useUi } from '../ui.ts';
import { useGrown } from '../use-followed-log.ts';
import { useNow } from '../use-now.ts';
import { useToldToWait } from '../use-told-to-wait.ts';
import { Heading, reasonRows } from '../widgets/Heading.tsx';
import { Line } from '../widgets/Line.tsx';
import { CollectDetail } from './CollectDetail.tsx';
import { CollectorList } from './CollectorList.tsx';
import { interesting, isOver, step } from './collectors.ts';
import { LogLine } from './LogLine.tsx';
import { SearchLine, searchRows } from './SearchLine.tsx';
import type { ScreenProps } from './props.ts';

const besideFrom = 120;
const leastListWidth = 46;
const leastListed = 3;
/** A command, what was read, and a text. */
const leastDetail = 2 + mostLeastRows;

/** The error log whose end is followed from here on. */
const isReadLog = ({ collector, evidence }: CollectionItem): boolean => collector === 'error-log' && evidence.length > 0;

/** The evidence of one step: what runs, what came back, and the exact command behind it. */
export function Collect({ body, screen, width, height, isActive, actions, read, log }: ScreenProps<CollectScreen>): ReactElement {
	const { m } = useUi();
	const { items } = body;
	const [moved, setMoved] = useState<number | null>(null);
	const [focus, setFocus] = useState<'list' | 'pane'>('list');
	const grown = useGrown(log);
	const isGrowing = hasGrown(grown) && items.some(isReadLog);
	const search = items.some(isReadLog) ? screen.search : null;
	const now = useNow(!body.finished);
	const index = step(moved ?? interesting(body), 0, items.length);
	const item = items[index];
	const tellToWait = useToldToWait(!screen.legal.has('continue'), actions);
	const goOn = (): void => {
		if (screen.legal.has('continue')) void actions.send({ type: 'continue' });
		else tellToWait(m.collect.notYet);
	};
	const stop = (): void => {
		actions.notify(m.collect.stopped);
		void actions.send({ type: 'stop' });
	};
	const copyCommand = (): void => actions.copy(item?.commands.join('\n') ?? '', 'command');
	const closed = screen.legal.has('consent') ? items.filter(({ state }) => state === 'needs-consent') : [];
	const toAllow = (closed.find((each) => each === item) ?? closed[0])?.collector ?? null;
	useBindings(
		'screen',
		'here',
		[
			...(screen.isReadOnly ? [] : [{ keys: ['Enter'], does: 'goOn', act: goOn } as const]),
			...(screen.legal.has('stop') && !items.every(isOver) ? [{ keys: ['x'], does: 'stop', act: stop } as const] : []),
			...(toAllow === null
				? []
				: [{ keys: ['c'], does: 'allow', act: () => actions.open({ kind: 'consent', collector: toAllow }) } as const]),
			{ keys: ['Tab'], does: 'otherPane', act: () => setFocus(focus === 'list' ? 'pane' : 'list') },
			{ keys: ['Y'], does: 'copyCommand', act: copyCommand },
		],
		isActive,
	);
	const isBeside = width >= besideFrom;
	const listWidth = Math.max(leastListWidth, Math.floor(width * 0.36));
	const isReading = focus === 'pane' && !isBeside;
	const mostListed = isReading ? 1 : Math.min(items.length, Math.floor(height / 3));
	const rows = allot(height, {
		heads: fixed((isGrowing ? 3 : 2) + searchRows(search, width, m)),
		list: isBeside ? fixed(0) : { least: Math.min(mostListed, leastListed), most: mostListed },
		detail: fixed(leastDetail),
		why: { least: 0, most: isReading ? 0 : reasonRows(body.why, width) },
		between: { least: 0, most: isBeside ? 0 : 1 },
		above: { least: 0, most: 1 },
	});
	const room = height - rows.heads - rows.why - rows.above;
	const listHeight = isBeside ? room : rows.list;
	const detailHeight = isBeside ? room : room - rows.list - rows.between;
	const isClosed = items.some(({ state }) => state === 'needs-consent');
	const done = items.filter(isOver).length;
	const told = body.finished ? m.collect.finished(isClosed) : m.collect.running(done, items.length);
	const status = screen.isReadOnly ? m.collect.looked(done, items.length) : told;
	return (
		<Box flexDirection="column" width={width} height={height} overflow="hidden">
			<Heading title={body.title} why={body.why} width={width} rows={rows.why} />
			<Line text={status} width={width} tone="accent" />
			{isGrowing && <LogLine grown={grown} width={width} canRepeat={screen.legal.has('repeat')} />}
			<SearchLine search={search} width={width} />
			<Box marginTop={rows.above} flexDirection={isBeside ? 'row' : 'column'} columnGap={2} rowGap={rows.between}>
				<CollectorList
					items={items}
					index={index}
					now={now}
					width={isBeside ? listWidth : width}
					height={listHeight}
					isFocused={isActive && focus === 'list'}
					onMove={setMoved}
				/>
				{item && (
					<CollectDetail
						item={item}
						read={read}
						width={isBeside ? width - listWidth - 2 : width}
						height={detailHeight}
						focus={!isActive ? 'none' : focus === 'pane' ? 'full' : 'paging'}
						isReading={isReading}
						canConsent={screen.legal.has('consent')}
					/>
				)}
			</Box>
		</Box>
	);
}
