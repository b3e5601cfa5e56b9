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
