import { describe, expect, it } from 'vitest';
import { diagnose, readIncidents } from './evidence-session.ts';

const codes = { diagnosed: [3], healthy: [0], inconclusive: [4, 6] } as const;

describe.each(readIncidents())('the incident $name', ({ evidence, expected }) => {
	it('gets the diagnoses that an expert would give, and no other', async () => {
		const { answer, code } = await diagnose(evidence);
		const told = answer.diagnoses.filter((each) => each.risk !== true);
		const firm = told.filter((each) => each.status !== 'possible').map((each) => each.id);
		const vague = told.filter((each) => each.status === 'possible').map((each) => each.id);
		expect(answer.verdict).toBe(expected.verdict);
		expect(codes[answer.verdict]).toContain(code);
		expect(firm).toEqual(expect.arrayContaining([...expected.diagnoses]));
		expect(firm.filter((id) => !expected.diagnoses.includes(id) && !expected.also.includes(id))).toEqual([]);
		expect(vague.filter((id) => !expected.possible.includes(id) && !expected.also.includes(id))).toEqual([]);
		expect(answer.diagnoses.filter((each) => each.risk === true).map((each) => each.id)).toEqual(expected.risks);
		const blamed = told.flatMap((each) => (each.culprit === null ? [] : [each.culprit.module.replace(/\.so.*$/, '')]));
		if (expected.culprit === null) expect(blamed).toEqual([]);
		else if (expected.culprit !== undefined) expect(blamed).toContain([expected.culprit].flat()[0]);
	});
});

describe('a line in which httpd only gives up', () => {
	const alone = ['AH00015: Unable to open logs', 'AH00016: Configuration Failed', 'AH00020: Configuration Failed, exiting'];
	it.each([...alone, "Action 'start' failed.", 'no listening sockets available, shutting down'])(
		'is no cause, and the answer to it says what would tell: %s',
		async (line) => {
			const { answer } = await diagnose([{ format: 'error-log', file: '/evidence/terminal.txt', text: `${line}\n` }]);
			expect([answer.verdict, answer.diagnoses]).toEqual(['inconclusive', []]);
			const remark = answer.remarks.find((each) => each.rule === 'remarks/start-without-a-reason');
			expect(remark?.statement).toContain('What would tell');
			expect(remark?.citations).toHaveLength(1);
		},
	);
});

describe('what an audit of workers.properties finds', () => {
	const text = [
		...['worker.list=lb', 'worker.lb.type=lb', 'worker.lb.balance_workers=one,two', 'worker.one.type=ajp13'],
		...[
			'worker.one.port=8009',
			'worker.one.cachesize=10',
			'worker.one.colour=red',
			'worker.three.type=ajp13',
			'worker.three.host=a.example',
		],
	].join('\n');

	it('is told without being a diagnosis', async () => {
		const { answer } = await diagnose([
			{ format: 'workers-properties', file: '/evidence/workers.properties', text: `${text}\n` },
		]);
		expect(answer.diagnoses).toEqual([]);
		const told = answer.remarks.map(({ rule, statement }) => `${rule.replace('remarks/', '')}: ${statement}`);
		expect(told).toEqual([
			expect.stringMatching(/^workers-without-host: .*\bone\b/),
			expect.stringMatching(/^undefined-members: .*\btwo\b/),
			expect.stringMatching(/^unknown-worker-directives: .*worker\.one\.colour/),
			expect.stringMatching(/^deprecated-worker-directives: .*worker\.one\.cachesize/),
			expect.stringMatching(/^unlisted-workers: .*\bthree\b/),
		]);
	});
});

describe('a known crash', () => {
	const log = (version: string): string =>
		`[Fri Oct 27 20:12:49 2017] [notice] Apache/2.2.31 (Unix) mod_jk/${version} configured -- resuming normal operations
[Fri Oct 27 20:12:50 2017] [notice] child pid 87300 exit signal Segmentation fault (11)
`;
	const stack = `Program terminated with signal SIGSEGV, Segmentation fault.
#0  0x00007f03cd74bf04 in jk_shm_check_maintain () from /srv/modules/mod_jk.so
#1  0x00007f03cd735d30 in wc_maintain () from /srv/modules/mod_jk.so
#2  0x00007f03cd724560 in jk_handler () from /srv/modules/mod_jk.so
#3  0x000000000043fc50 in ap_run_handler ()
`;

	it.each([
		['1.2.41', 'known-and-fixed', 'fixed in mod_jk 1.2.42; you run mod_jk 1.2.41'],
		['1.2.48', 'known-but-not-this-version', 'you run mod_jk 1.2.48, which does not have that fault'],
	])('is held against mod_jk %s: %s', async (version, rule, words) => {
		const { answer } = await diagnose([
			{ format: 'error-log', file: '/evidence/error.log', text: log(version) },
			{ format: 'backtrace', file: '/evidence/stack.txt', text: stack },
		]);
		expect(answer.remarks.find((each) => each.rule === `remarks/${rule}`)?.statement).toContain(words);
	});
});
