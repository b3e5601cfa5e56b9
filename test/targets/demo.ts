import type { Capture, Hints, Target } from '../../src/domain/index.ts';
import { type Recording, record } from '../../src/targets/index.ts';
import { quiet, read, run } from './support.ts';

export const hints: Hints = { httpd: null, config: null, errorLog: '/srv/error_log', core: null, since: null };

export const about = { id: 'demo', title: 'root@web3', summary: 'a lost semaphore', hints, recordedAt: 1_700_000_000.5 };

export const answer = (text: string): Capture => ({
	text,
	spans: [],
	exitCode: 0,
	durationMs: 1,
	truncated: false,
	problem: null,
});

/** A target that answers with a running number. */
export function counting(): Target {
	let count = 0;
	return { uri: 'local', title: 'root@here', isRoot: true, perform: async () => answer(`${++count}\n`) };
}

export async function demo(): Promise<Recording> {
	const { target, recording } = record(counting());
	for (const request of [run(['ipcs', '-s']), read(['/a', '/b'], { from: 'end' }), run(['ipcs', '-s'])])
		await target.perform(request, quiet());
	return recording(about);
}
