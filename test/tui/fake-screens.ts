import type { Evidence, Intent, SessionEvent } from '../../src/domain/index.ts';
import type {
	AskScreen,
	CollectionItem,
	CollectScreen,
	DiagnosisScreen,
	EndedScreen,
	EvidenceView,
	HandOffScreen,
	JudgeScreen,
	RemedyView,
	Screen,
	WelcomeScreen,
} from '../../src/session/screen-types.ts';

/** Control bytes, a bidirectional override and a terminal command: must never reach a terminal as they are. */
export const hostile = 'evil \u001b]0;owned\u0007 \u202eabc\u009b31m \r end';
export const korean = '아파치 서버가 죽었습니다: 세그멘테이션 오류';
const japanese = 'サーバーが落ちました：共有メモリの失敗';
export const long = 'very-long-word-without-any-space-'.repeat(12);

const always: readonly Intent['type'][] = ['note', 'paste', 'leave', 'stop'];

export function screenOf(
	body: Screen['body'],
	legal: readonly Intent['type'][] = [],
	path: readonly string[] = [body.kind],
): Screen {
	return {
		banner: { target: 'root@web3', isRoot: true, isLive: true, session: '20261121-1940-ab', flow: 'child-crash', path },
		body,
		legal: new Set([...always, ...legal]),
		lineNotes: [],
		search: null,
		debuggers: [],
		mayResolve: true,
		isReadOnly: false,
		warnings: [],
	};
}

export const welcome: WelcomeScreen = {
	kind: 'welcome',
	sightings: [
		{ tone: 'good', text: 'httpd 2.4.71 runs as www-data' },
		{ tone: 'bad', text: `3 children died of signal 11 ${hostile}` },
		{ tone: 'neutral', text: korean },
	],
	looking: false,
	symptoms: [
		{ flow: 'child-crash', label: 'Children die', detail: `Lines such as "exit signal" ${long}`, proposed: true },
		{ flow: 'no-start', label: '서버가 시작되지 않습니다', detail: 'httpd ends at once', proposed: false },
	],
	hasServer: true,
};

export const ask: AskScreen = {
	kind: 'ask',
	title: `When does it happen? ${hostile}`,
	why: `The moment tells the phase. ${long}`,
	question: `${korean} When do the children die?`,
	options: [
		{ id: 'start', label: `At the start ${hostile}` },
		{ id: 'load', label: 'Under load' },
	],
};

export function evidence(part: Partial<EvidenceView> = {}): EvidenceView {
	return {
		id: 'e1',
		source: '/var/log/apache2/error.log',
		format: 'error-log',
		lines: 300,
		truncated: false,
		exitCode: 0,
		durationMs: 2100,
		problem: null,
		marked: [{ firstLine: 200, lastLine: 201 }],
		facts: ['log.childSegfaults = 3', 'log.mpm = prefork'],
		...part,
	};
}

/** Evidence as the journal records it, brought by the operator. */
export function captured(seq: number, part: Partial<Evidence> = {}): SessionEvent {
	const evidence: Evidence = {
		...{ id: 'e1', format: 'error-log', collector: 'operator', source: 'pasted by the operator', sha256: '', bytes: 10 },
		...{ lines: 300, spans: [], exitCode: null, durationMs: 0, truncated: false, problem: null, capturedAt: 1000 },
		...part,
	};
	const citations = [{ evidence: evidence.id, firstLine: 200, lastLine: 201 }];
	const facts = [{ name: 'log.childSegfaults', value: 2, citations, partial: false }];
	return { type: 'evidence-captured', run: null, evidence, facts, seq, at: 1000 };
}

export function item(part: Partial<CollectionItem> = {}): CollectionItem {
	return {
		collector: 'error-log',
		title: 'Error log',
		why: 'It names the signal.',
		risk: 'read',
		commands: ['tail -c 8388608 /var/log/apache2/error.log'],
		state: 'done',
		startedAt: 1000,
		evidence: [evidence()],
		problem: null,
		...part,
	};
}

export const collect: CollectScreen = {
	kind: 'collect',
	title: 'The error log and the kernel',
	why: `The log names the signal. ${long}`,
	items: [
		item(),
		item({ collector: 'sem', title: `Semaphores ${hostile}`, state: 'running', startedAt: 990, evidence: [] }),
		item({
			collector: 'gdb',
			title: korean,
			risk: 'intrusive',
			state: 'needs-consent',
			commands: ['gdb -p 17'],
			evidence: [],
			startedAt: null,
		}),
		item({
			collector: 'core',
			title: japanese,
			state: 'blocked',
			evidence: [],
			startedAt: null,
			problem: { message: 'No core file was found.', advice: 'Set CoreDumpDirectory.' },
		}),
	],
	finished: false,
	telling: null,
};

export const finishedCollect: CollectScreen = { ...collect, items: [item()], finished: true };

export const judge: JudgeScreen = {
	kind: 'judge',
	title: `Do children die of a signal? ${hostile}`,
	why: 'It decides which evidence is worth collecting next.',
	finding: {
		rule: 'segfaults',
		verdict: 'confirmed',
		statement: `3 children died of signal 11. ${korean}`,
		proofs: [{ evidence: 'e1', firstLine: 200, lastLine: 201, place: '/var/log/apache2/error.log:17200' }],
	},
	missing: [{ why: 'The stack is not known.', how: 'Collect a core file.' }],
	leadsTo: { confirmed: 'Read the core file', refuted: `Look elsewhere ${hostile}`, inconclusive: 'Ask the operator' },
};

export const remedy: RemedyView = {
	diagnosis: 'mod-jk-shm-crash',
	id: 'shm-file',
	title: 'Give mod_jk a shared memory file',
	kind: 'fix',
	risk: 'mutating',
	precondition: 'confirmed',
	unknownFacts: [],
	actions: [
		{
			description: `write /etc/apache2/conf-enabled/jk.conf ${hostile}`,
			change: '@@ -1,2 +1,2 @@\n-JkShmFile /tmp/x\n+JkShmFile /run/jk.shm\n 한국어 주석\n',
			manual: false,
		},
		{ description: 'apachectl graceful', change: null, manual: false },
	],
	undo: [{ description: 'restore /etc/apache2/conf-enabled/jk.conf', change: null, manual: true }],
	preview: { state: 'ready', problem: null },
	undoPreview: { state: 'not-needed', problem: null },
	refusal: null,
	verification: 'No child died of a signal since the restart.',
	state: 'offered',
	verified: null,
	confirmWord: 'APPLY',
	log: [],
};

export const diagnosis: DiagnosisScreen = {
	kind: 'diagnosis',
	title: 'Result',
	verdict: 'diagnosed',
	headline: `mod_jk crashes its children ${korean} ${hostile}`,
	diagnoses: [
		{
			id: 'mod-jk-shm-crash',
			title: 'mod_jk loses its shared memory',
			status: 'confirmed',
			isRisk: false,
			culprit: 'mod_jk.so, jk_shm_sync, jk_shm.c',
			findings: [judge.finding],
			remedies: [
				remedy,
				{ ...remedy, id: 'second', title: japanese, kind: 'mitigation', state: 'applied', verified: 'confirmed' },
			],
		},
		{
			id: 'ajp-connector-exposed',
			title: `The connector is open to all ${long}`,
			status: 'possible',
			isRisk: true,
			culprit: null,
			findings: [],
			remedies: [],
		},
	],
	treated: [],
	watch: null,
	ruledOut: [{ id: 'disk-full', title: 'The disk is full', because: `17 % used ${hostile}` }],
	missing: [{ facts: ['trace.signal'], why: 'The stack is not known.', how: 'Collect a core file.' }],
	remarks: [{ ...judge.finding, rule: 'old', statement: 'Older failures exist.' }],
};

export const handOff: HandOffScreen = {
	kind: 'hand-off',
	title: 'Somebody else must go on',
	text: `Hand the report to the owner of the module.\n${korean}\n${hostile}\n${long}`,
	headline: `No cause was found. ${long}`,
};

export const ended: EndedScreen = { kind: 'ended', outcome: 'handed-off', headline: `Handed over. ${hostile} ${long}` };

/** A log of 300 lines, two of them telling. */
export const errorLog = Array.from({ length: 300 }, (_, index) => {
	if (index === 199) return `[core:notice] [pid 17] AH00052: child pid 41 exit signal Segmentation fault (11) ${hostile}`;
	if (index === 200) return `[core:notice] [pid 17] AH00052: child pid 42 exit signal Segmentation fault (11) ${korean} ${long}`;
	return `[Sat Nov 21 19:40:${String(index % 60).padStart(2, '0')} 2026] line ${index + 1} ${index % 7 === 0 ? japanese : ''}`;
}).join('\n');
