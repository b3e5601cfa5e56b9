import { englishEvidence } from '../../src/catalogue/evidence.ts';
import { english } from '../../src/catalogue/index.ts';
import { collectors } from '../../src/collectors/index.ts';
import type { Article, Flow, SessionEvent } from '../../src/domain/index.ts';
import { createGuidebook, Engine } from '../../src/engine/index.ts';
import { parsers } from '../../src/parsers/index.ts';
import { type FakeTime, fakeTime } from './fake-time.ts';
import { type Machine, machine } from './machine.ts';
import { memoryBlobs, memoryJournal, start } from './scripted.ts';

const place = { file: 'x.yaml', line: 1, column: 1 };

const flow: Flow = {
	...{ id: 'crashes', title: 'Crashes', symptom: 'Children die', proposedWhen: 'log.childSegfaults > 0', start: 'look' },
	steps: {
		look: { kind: 'collect', id: 'look', title: 'Look', why: '', place, collectors: ['error-log', 'processes'], next: 'leaf' },
		leaf: { kind: 'diagnose', id: 'leaf', title: 'Cause', why: '', place, about: [] },
	},
	cases: [],
};

const article: Article = {
	...{ id: 'crashed', title: 'Children crash', kind: 'diagnosis', isRisk: false, replaces: [], culprit: null, each: null },
	rules: [{ id: 'r', when: 'log.childSegfaults > 0', makes: 'confirmed', statement: 'They crash' }],
	remedies: [
		{
			...{
				id: 'mend',
				title: 'Mend',
				kind: 'fix',
				risk: 'mutating',
				precondition: null,
				undo: [{ kind: 'run', argv: ['break'] }],
			},
			actions: [{ kind: 'run', argv: ['mend'] }],
			verification: { collectors: ['processes'], rule: 'httpd.running', statement: 'httpd runs' },
		},
	],
	...{ affected: [], sources: [], owner: 'test', lastVerified: '2026-11-21', body: '' },
};

const healthy: Article = {
	...{ ...article, id: 'healthy', remedies: [] },
	rules: [{ id: 'r', when: 'httpd.running && log.childSegfaults == 0', makes: 'confirmed', statement: 'Fine' }],
};

export const started =
	'[Sat Nov 21 19:00:00.1 2026] [mpm_prefork:notice] [pid 10] AH00163: Apache/2.4.71 (Debian) configured -- resuming normal operations\n';

export const crash = (time: string) =>
	`[Sat Nov 21 ${time}.1 2026] [core:notice] [pid 10] AH00052: child pid 41 exit signal Segmentation fault (11)\n`;

export const processes = `pid\tppid\tuid\tuser\tstate\tstartedAt\texe\tcwd\targv\n10\t1\t0\troot\tS\t2026-11-21T19:00:00\t/usr/sbin/httpd\t/\t["httpd"]\n11\t10\t33\tweb\tS\t2026-11-21T19:00:00\t/usr/sbin/httpd\t/\t["httpd"]\n`;

export const nobody = 'pid\tppid\tuid\tuser\tstate\tstartedAt\texe\tcwd\targv\n';

interface Stage {
	readonly engine: Engine;
	readonly computer: Machine;
	readonly time: FakeTime;
	readonly events: readonly SessionEvent[];
	readonly blobs: ReturnType<typeof memoryBlobs>;
	readonly pass: (seconds: number) => Promise<void>;
}

export function engineOn(computer: Machine, time: FakeTime, parts: { blobs?: ReturnType<typeof memoryBlobs> } = {}) {
	const journal = memoryJournal();
	const blobs = parts.blobs ?? memoryBlobs();
	const guidebook = createGuidebook({
		catalogue: english,
		words: englishEvidence,
		flows: [flow],
		articles: [article, healthy],
		collectors,
		parsers,
		firstLook: () => [],
	});
	const { clock, timer } = time;
	const engine = new Engine({ target: computer.target, journal, blobs, clock, timer, guidebook, parsers });
	return { engine, events: journal.events, blobs, pass: (seconds: number) => time.pass(seconds, engine.idle) };
}

/** A server that crashed at 19:30 and has come to its diagnosis; its clock shows 20:00:00 when a remedy ends. */
export async function stage(): Promise<Stage> {
	const programs = { mend: () => ({}), break: () => ({}), date: () => ({ text: '2026-11-21T20:00:00\n' }) };
	const computer = machine({ '/log': started + crash('19:30:00') }, programs);
	computer.processes = processes;
	const time = fakeTime();
	const parts = engineOn(computer, time);
	const { engine } = parts;
	const hints = { ...start.hints, errorLog: '/log' };
	await engine.begin({ ...start, target: { uri: 'local', title: 'root@machine', isRoot: true }, hints });
	await engine.send({ type: 'choose-flow', flow: 'crashes' });
	await engine.idle();
	await engine.send({ type: 'continue' });
	return { computer, time, ...parts };
}

export async function mend({ engine }: Stage): Promise<void> {
	await engine.send({ type: 'apply-remedy', diagnosis: 'crashed', remedy: 'mend', undo: false });
	await engine.idle();
}

export const typesOf = (events: readonly SessionEvent[]) => events.map((event) => event.type);

export const watchOf = ({ engine }: Stage) => {
	const { body } = engine.screen();
	return body.kind === 'diagnosis' ? body.watch : undefined;
};

export const resolve = ({ engine }: Stage) => engine.send({ type: 'leave', outcome: 'resolved' });
