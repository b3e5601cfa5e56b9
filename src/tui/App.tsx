import { Box, useWindowSize } from 'ink';
import type { ReactElement } from 'react';
import { CopyContext } from './copy.ts';
import { overlayHints, screenHints, searchHints } from './hints.ts';
import type { WizardHost } from './host.ts';
import { NotesContext, useLineNotes } from './notes.ts';
import { OverlayView } from './overlays/OverlayView.tsx';
import { RouterContext, useIsTyping, useKeys, useRouter } from './router.ts';
import { ScreenBody } from './screens/ScreenBody.tsx';
import { smallest, TooSmall } from './screens/TooSmall.tsx';
import { pathOf } from './text/path.ts';
import { useUi } from './ui.ts';
import { useDebugKey } from './use-debug-key.ts';
import { useFollowedLog } from './use-followed-log.ts';
import { useGlobalKeys } from './use-global-keys.ts';
import { useLending } from './use-lending.ts';
import { useSearchKeys } from './use-search-keys.ts';
import { useSuspension } from './use-suspension.ts';
import { useWizard, type Witness } from './use-wizard.ts';
import { Banner } from './widgets/Banner.tsx';
import { Footer } from './widgets/Footer.tsx';
import { Line } from './widgets/Line.tsx';
import { SearchStatus } from './widgets/SearchStatus.tsx';
import { StatusLine } from './widgets/StatusLine.tsx';

export interface AppProps {
	readonly host: WizardHost;
	readonly witness: Witness;
}

export function App(props: AppProps): ReactElement {
	const router = useRouter();
	return (
		<RouterContext value={router}>
			<Frame {...props} />
		</RouterContext>
	);
}

/** From here on there is room for the path of steps below the banner. */
const pathFrom = 24;

/** Banner, body, status and keys, always one row less than the terminal has. */
export function Frame({ host, witness }: AppProps): ReactElement {
	const { m, glyphs } = useUi();
	const { columns, rows } = useWindowSize();
	const wizard = useWizard(host, witness);
	const { screen, overlays, actions, read, handle } = wizard;
	useKeys('watch', () => {
		wizard.clearNotice();
		return false;
	});
	const isTooSmall = columns < smallest.columns || rows < smallest.rows;
	useGlobalKeys(wizard, !isTooSmall);
	useDebugKey(wizard, !isTooSmall);
	useSearchKeys(wizard, !isTooSmall);
	useLending(host, witness);
	useSuspension(witness.jobs, witness.isLent);
	const width = Math.max(columns, smallest.columns);
	const height = Math.max(rows, smallest.rows) - 1;
	const hasPath = rows >= pathFrom;
	const bodyHeight = height - (hasPath ? 4 : 3);
	const top = overlays.at(-1);
	const overlay = top?.overlay;
	const search = useIsTyping() ? searchHints(overlay, m) : null;
	const hints = search ?? (overlay ? overlayHints(overlay, screen, m) : screenHints(screen, m));
	const log = useFollowedLog(host, handle);
	const place = { log, width, height: bodyHeight, actions, screen, read, host, handle };
	const notes = useLineNotes(screen, actions);
	const path = pathOf(screen, width, glyphs);
	return (
		<CopyContext value={actions.copy}>
			<NotesContext value={notes}>
				{isTooSmall && <TooSmall columns={columns} rows={rows} />}
				<Box display={isTooSmall ? 'none' : 'flex'} flexDirection="column" width={width} height={height} overflow="hidden">
					<Banner banner={screen.banner} width={width} />
					{hasPath && <Line text={path} width={width} tone="muted" />}
					<Box display={overlay ? 'none' : 'flex'} height={bodyHeight} flexShrink={0}>
						<ScreenBody
							key={`${screen.banner.session}/${screen.body.kind}/${screen.banner.path.join('/')}`}
							{...place}
							isActive={!overlay && !isTooSmall}
						/>
					</Box>
					{overlays.map((each) => (
						<Box key={each.number} display={each === top ? 'flex' : 'none'} height={bodyHeight} flexShrink={0}>
							<OverlayView overlay={each.overlay} {...place} isActive={each === top && !isTooSmall} />
						</Box>
					))}
					{screen.search?.state === 'running' && (wizard.notice ?? wizard.exporting) === null ? (
						<SearchStatus handle={handle} startedAt={screen.search.startedAt} width={width} />
					) : (
						<StatusLine notice={wizard.notice ?? wizard.exporting} warnings={screen.warnings} width={width} />
					)}
					<Footer hints={hints} width={width} />
				</Box>
			</NotesContext>
		</CopyContext>
	);
}
