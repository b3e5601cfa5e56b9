import { runWizard } from '../../src/tui/run.ts';
import { fakeHandle } from './fake-handle.ts';
import { fakeHost } from './fake-host.ts';
import { ask, diagnosis, ended, screenOf } from './fake-screens.ts';

/** The wizard in a process of its own, for a test in a real terminal. The argument says what befalls it. */
const [, , fate = ''] = process.argv;
const handle = fakeHandle({
	id: '20261121-1940-ab',
	screen: screenOf(fate === 'diagnosed' ? diagnosis : ask, ['answer', 'back']),
	react: (intent) =>
		intent.type === 'leave' ? screenOf({ ...ended, outcome: intent.outcome, headline: 'All is well again.' }) : null,
});
const { host } = fakeHost(handle);

process.on('SIGUSR2', () => {
	if (fate === 'throw') throw new Error('planted exception');
	if (fate === 'reject') void Promise.reject(new Error('planted rejection'));
});

const outcome = await runWizard(host);
process.stdout.write(`${JSON.stringify({ ...outcome, closed: handle.isClosed(), sent: handle.sent.length })}\n`);
process.exitCode = outcome.interrupted ? 130 : 0;
