import type { Intent } from '../../src/domain/index.ts';
import type { Screen } from '../../src/session/screen-types.ts';
import { type FakeHandle, fakeHandle } from './fake-handle.ts';
import { errorLog, screenOf } from './fake-screens.ts';

/** Intents that most steps of a flow allow. */
export const inFlow: readonly Intent['type'][] = ['back', 'skip', 'repeat', 'start-over'];

/** A session that stays at one screen. */
export function at(body: Screen['body'], legal: readonly Intent['type'][] = inFlow): FakeHandle {
	return fakeHandle({ screen: screenOf(body, legal), texts: { e1: errorLog } });
}
