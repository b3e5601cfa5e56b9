import type { Flow, SessionStart } from '../../domain/index.ts';
import type { Screen, WelcomeScreen } from '../screen-types.ts';

/** As much of a flow as is shown before it is chosen. */
export type Symptom = Pick<Flow, 'id' | 'title' | 'symptom'>;

/** A flow as a symptom to choose. */
export function symptomOf({ id, title, symptom }: Symptom, proposed: boolean): WelcomeScreen['symptoms'][number] {
	return { flow: id, label: title, detail: symptom, proposed };
}

/** What a new session will show first, for the moment in which it is still being opened. */
export function comingScreen(target: SessionStart['target'], flows: readonly Symptom[]): Screen {
	return {
		banner: {
			...{ target: target.title, isRoot: target.isRoot, isLive: target.uri === 'local' },
			...{ session: '', flow: null, path: [] },
		},
		body: {
			...{ kind: 'welcome', sightings: [], looking: true, hasServer: true },
			symptoms: flows.map((flow) => symptomOf(flow, false)),
		},
		legal: new Set(['note', 'paste', 'leave', 'stop', 'choose-redaction', 'choose-flow', 'repeat']),
		lineNotes: [],
		search: null,
		debuggers: [],
		mayResolve: false,
		isReadOnly: false,
		warnings: [],
	};
}
