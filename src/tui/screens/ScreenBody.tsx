import type { ReactElement } from 'react';
import { Ask } from './Ask.tsx';
import { Collect } from './Collect.tsx';
import { Diagnosis } from './Diagnosis.tsx';
import { Ended } from './Ended.tsx';
import { HandOff } from './HandOff.tsx';
import { Judge } from './Judge.tsx';
import type { PlaceProps } from './props.ts';
import { Welcome } from './Welcome.tsx';

/** The one switch over the kinds of screen. */
export function ScreenBody(place: PlaceProps): ReactElement {
	const { body } = place.screen;
	switch (body.kind) {
		case 'welcome':
			return <Welcome {...place} body={body} />;
		case 'ask':
			return <Ask {...place} body={body} />;
		case 'collect':
			return <Collect {...place} body={body} />;
		case 'judge':
			return <Judge {...place} body={body} />;
		case 'diagnosis':
			return <Diagnosis {...place} body={body} />;
		case 'hand-off':
			return <HandOff {...place} body={body} />;
		case 'ended':
			return <Ended {...place} body={body} />;
	}
}
