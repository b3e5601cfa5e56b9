import { Box, Text } from 'ink';
import type { ReactElement } from 'react';
import type { Banner as BannerView } from '../../session/screen-types.ts';
import type { TuiMessages } from '../../catalogue/index.ts';
import { widthOf } from '../text/cells.ts';
import { foreignLine } from '../text/foreign.ts';
import { shorten } from '../text/shorten.ts';
import { useUi } from '../ui.ts';

interface BannerProps {
	readonly banner: BannerView;
	readonly width: number;
}

/** Who works where, in one row: target, rights in words, flow, session. The session gives way first, and as a whole. */
export function Banner({ banner, width }: BannerProps): ReactElement {
	const { m, glyphs, tones } = useUi();
	const gap = ` ${glyphs.separator} `;
	const flow = foreignLine(banner.flow ?? m.banner.noFlow);
	const isWide = width >= 110;
	const session = isWide ? m.banner.session(foreignLine(banner.session)) : foreignLine(banner.session);
	const rights = rightsOf(banner, isWide, m);
	const isAlarming = banner.isRoot && banner.isLive;
	const target = shorten(foreignLine(banner.target), Math.floor(width / 3), glyphs.ellipsis);
	const rest = width - widthOf(target) - widthOf(rights) - 2 * widthOf(gap) - 2;
	const shortFlow = shorten(flow, Math.max(0, rest), glyphs.ellipsis);
	const left = rest - widthOf(shortFlow) - widthOf(gap);
	const fits = widthOf(session) <= left;
	return (
		<Box width={width} height={1} flexShrink={0}>
			<Text wrap="truncate">
				<Text {...tones.title}>{target}</Text>
				{gap}
				<Text {...(isAlarming ? tones.root : tones.muted)}>{isAlarming ? ` ${rights} ` : rights}</Text>
				{gap}
				{shortFlow}
				<Text {...tones.muted}>{fits ? `${gap}${session}` : ''}</Text>
			</Text>
		</Box>
	);
}

function rightsOf({ isLive, isRoot }: BannerView, isWide: boolean, m: TuiMessages): string {
	if (!isLive) return isWide ? m.banner.recorded : m.banner.recordedShort;
	if (isRoot) return isWide ? m.banner.root : m.banner.rootShort;
	return isWide ? m.banner.user : m.banner.userShort;
}
