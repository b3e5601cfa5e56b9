import { expect, test } from 'vitest';
import * as screens from './fake-screens.ts';
import { fakeHandle } from './fake-handle.ts';
import { inFlow } from './fake-session.ts';
import { fakeWizard } from './fake-wizard.tsx';
import { keys, stage } from './stage.ts';

const nothing = screens.captured(1);
if (nothing.type !== 'evidence-captured') throw new Error('a capture is needed');

test.each([
	{ problem: null, told: 'The command printed nothing.' },
	{ problem: { kind: 'failed', message: 'The file is not there', advice: 'Look for it.' }, told: 'The file is not there' },
] as const)('a page of evidence without a line says why: $told', async ({ problem, told }) => {
	const events = [{ ...nothing, evidence: { ...nothing.evidence, problem } }];
	const handle = fakeHandle({ screen: screens.screenOf(screens.judge, inFlow), events, texts: { e1: '' } });
	const drawn = await stage(fakeWizard(handle).tree);
	await drawn.press('v', keys.enter);
	expect(drawn.text()).toContain(told);
	drawn.close();
});
