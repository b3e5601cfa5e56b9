import { Box } from 'ink';
import type { ReactElement } from 'react';
import type { WelcomeScreen } from '../../session/screen-types.ts';
import type { TuiMessages } from '../../catalogue/index.ts';
import { useUi } from '../ui.ts';
import { useOthers } from '../use-others.ts';
import { useToldToWait } from '../use-told-to-wait.ts';
import { Heading, headingRows } from '../widgets/Heading.tsx';
import { Line } from '../widgets/Line.tsx';
import { type Choice, SelectList } from '../widgets/SelectList.tsx';
import type { ScreenProps } from './props.ts';
import { rowsOfSightings, Sightings } from './Sightings.tsx';

const doors = ['practice', 'bundle', 'sessions', 'knowledge'] as const;
const flowPrefix = 'flow:';
const detailRows = 2;
/** Choices that stay in sight however much has been seen. */
const fewestChoices = 6;

/** What is already seen, and the symptoms to choose from. */
export function Welcome({ body, screen, width, height, isActive, actions, host }: ScreenProps<WelcomeScreen>): ReactElement {
	const { m } = useUi();
	const proposesPractice = !body.hasServer && !body.looking && host.practice.length > 0;
	const intro = screen.isReadOnly ? m.welcome.readOnlyIntro : proposesPractice ? m.welcome.practiceIntro : m.welcome.intro;
	const others = useOthers(host) ?? [];
	const symptoms = screen.isReadOnly ? [] : body.symptoms;
	const choices = choicesOf({ ...body, symptoms }, proposesPractice, others.length > 0, m);
	const [other] = others;
	const room = height - headingRows(intro, width) - 2 - (other ? 1 : 0);
	const seenRows = rowsOfSightings(body.sightings, width);
	const listRows = Math.min(choices.length + detailRows, Math.max(fewestChoices + detailRows, room - seenRows));
	const sightingRows = Math.max(0, room - listRows);
	const tellToWait = useToldToWait(body.looking, actions);
	const choose = (value: string, touched: boolean): void => {
		const door = doors.find((each) => each === value);
		if (door) actions.open({ kind: door });
		else if (value === 'others') actions.open({ kind: 'others' });
		else if (body.looking && !touched) tellToWait(m.welcome.waitForLook);
		else void actions.send({ type: 'choose-flow', flow: value.slice(flowPrefix.length) });
	};
	return (
		<Box flexDirection="column" width={width} height={height} overflow="hidden">
			<Heading title={m.welcome.title} why={intro} width={width} />
			{other && <Line text={m.others.works(other)} width={width} tone="warn" />}
			<Line text={seenTitle(body, m)} width={width} tone="accent" />
			<Sightings sightings={body.sightings} width={width} height={Math.min(sightingRows, Math.max(1, seenRows))} />
			<Line text="" width={width} />
			<SelectList
				choices={choices}
				width={width}
				height={listRows}
				detailRows={detailRows}
				isFocused={isActive}
				onChoose={choose}
			/>
		</Box>
	);
}

function seenTitle(body: WelcomeScreen, m: TuiMessages): string {
	if (body.looking) return m.welcome.looking;
	return body.sightings.length > 0 ? m.welcome.seen : m.welcome.nothingSeen;
}

function choicesOf(body: WelcomeScreen, practiceFirst: boolean, hasOthers: boolean, m: TuiMessages): readonly Choice[] {
	const flows = body.symptoms.map((symptom) => ({
		value: `${flowPrefix}${symptom.flow}`,
		label: `${symptom.proposed ? m.welcome.proposed : ''}${symptom.label}`,
		detail: symptom.detail,
	}));
	const practice = { value: 'practice', label: m.welcome.practice };
	const elsewhere = hasOthers ? [{ value: 'others', label: m.others.open }] : [];
	const rest = [
		{ value: 'bundle', label: m.welcome.bundle },
		{ value: 'sessions', label: m.welcome.resume },
		{ value: 'knowledge', label: m.welcome.knowledge },
	];
	return practiceFirst ? [practice, ...flows, ...elsewhere, ...rest] : [...flows, ...elsewhere, practice, ...rest];
}
