import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { programOn } from '../lab/answer.ts';
import { isMissing } from '../program.ts';
import type { TerminalSession } from './terminal.ts';
import { clean, openWizard, pressUntil, sgrCodes } from './wizard.ts';

const incident = 'accept-mutex-removed-by-logind';
const nowhere = { hints: [], within: [] };
const words = ['practice', incident];

interface Drawn {
	readonly name: string;
	readonly env: Readonly<Record<string, string>>;
	/** What holds of the codes for colours and weights that were sent. */
	readonly colours: (codes: readonly number[]) => boolean;
	readonly isAscii: boolean;
}

const basic = (codes: readonly number[]): boolean => codes.every((code) => code <= 49 || (code >= 90 && code <= 107));

const drawn: readonly Drawn[] = [
	{ name: 'in colour', env: { COLORTERM: 'truecolor' }, colours: (codes) => codes.some((code) => code > 30), isAscii: false },
	{ name: 'with NO_COLOR', env: { NO_COLOR: '1' }, colours: (codes) => codes.every((code) => code === 0), isAscii: false },
	{ name: 'in 16 colours', env: { TERM: 'xterm' }, colours: (codes) => codes.length > 0 && basic(codes), isAscii: false },
	{ name: 'on the Linux console', env: { TERM: 'linux' }, colours: basic, isAscii: true },
	{ name: 'in a locale without UTF-8', env: { LANG: 'C' }, colours: () => true, isAscii: true },
];

const plain = [
	{ name: 'with TERM=dumb', env: { TERM: 'dumb' }, isAscii: false },
	{ name: 'for a screen reader', env: { ACCESSIBLE: '1' }, isAscii: false },
	{ name: 'for a screen reader, in a locale without UTF-8', env: { ACCESSIBLE: '1', LC_ALL: 'C' }, isAscii: true },
] as const;

const journaled = z.object({
	event: z.union([
		z.object({ type: z.literal('judged'), step: z.string(), verdict: z.string(), next: z.string() }),
		z.object({
			type: z.literal('evidence-captured'),
			evidence: z.object({ id: z.string(), format: z.string(), sha256: z.string() }),
			facts: z.array(z.object({ name: z.string(), value: z.unknown() })),
		}),
		z.object({ type: z.string() }),
	]),
});

const reported = z.object({
	verdict: z.string(),
	headline: z.string(),
	diagnoses: z.array(z.object({ id: z.string(), status: z.string(), culprit: z.unknown(), findings: z.unknown() })),
	ruledOut: z.unknown(),
	missing: z.unknown(),
});

/** What a session found, from its journal and from its report: nothing that depends on time or on the order of arrival. */
async function findingsIn(home: string): Promise<unknown> {
	const sessions = readdirSync(join(home, 'httpd-medic'));
	expect(sessions).toHaveLength(1);
	const [id = ''] = sessions;
	const events = readFileSync(join(home, 'httpd-medic', id, 'journal.jsonl'), 'utf8')
		.trimEnd()
		.split('\n')
		.map((line) => journaled.parse(JSON.parse(line)).event);
	const judged = events.filter((event) => event.type === 'judged');
	const evidence = events.filter((event) => event.type === 'evidence-captured').map((event) => JSON.stringify(event));
	const { verdict, headline, diagnoses, ruledOut, missing } = reported.parse(JSON.parse(await report(id, home)));
	return { judged, evidence: evidence.toSorted(), verdict, headline, diagnoses, ruledOut, missing };
}

function report(id: string, home: string): Promise<string> {
	const [file, ...argv] = programOn(nowhere, 'export', id, '--format', 'json', '--output', '-');
	return outputOf([file, ...argv], { home, input: '' }).then(({ output }) => output);
}

interface Surroundings {
	readonly home: string;
	readonly input: string;
}

/** Runs a program without any terminal: not even one that it could open itself. */
function outputOf([file, ...argv]: readonly [string, ...string[]], { home, input }: Surroundings) {
	return new Promise<{ readonly output: string; readonly code: number | null }>((resolve, reject) => {
		const env = { PATH: process.env.PATH, HOME: home, XDG_STATE_HOME: home, LANG: 'C.UTF-8' };
		const child = spawn(file, argv, { env, cwd: home, detached: true, stdio: ['pipe', 'pipe', 'ignore'] });
		const chunks: Buffer[] = [];
		child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
		child.on('error', reject);
		child.on('close', (code) => resolve({ output: Buffer.concat(chunks).toString(), code }));
		child.stdin.end(input);
	});
}

/** What stands around the first place where it is found; null where it is not. */
function among(output: string, searched: RegExp): string | null {
	const at = output.search(searched);
	return at === -1 ? null : JSON.stringify(output.slice(Math.max(0, at - 40), at + 40));
}

describe.skipIf(isMissing)(`a session on the recording ${incident}`, () => {
	const homes: string[] = [];
	const sessions: TerminalSession[] = [];
	let expected: unknown;
	const newHome = (): string => {
		const home = mkdtempSync(join(tmpdir(), 'httpd-medic-modes-'));
		homes.push(home);
		return home;
	};
	const follow = (session: TerminalSession): TerminalSession => {
		sessions.push(session);
		return session;
	};
	beforeEach(async () => {
		if (expected !== undefined) return;
		const home = newHome();
		await outputOf(programOn(nowhere, ...words), { home, input: '\n'.repeat(60) });
		expected = await findingsIn(home);
	});
	afterEach(async () => {
		for (const session of sessions.splice(0)) await session.close();
		for (const home of homes.splice(0)) rmSync(home, { recursive: true });
	});

	it('finds the cause without any terminal', async () => {
		const home = newHome();
		const { output, code } = await outputOf(programOn(nowhere, ...words), { home, input: '\n'.repeat(60) });
		expect(code).toBe(3);
		expect(among(output, /(?![\n\t])\p{Cc}/u)).toBeNull();
		const found = await findingsIn(home);
		expect(found).toEqual(expected);
		expect(found).toMatchObject({ verdict: 'diagnosed' });
		expect(JSON.stringify(found)).toContain('"id":"accept-mutex-removed-by-logind","status":"confirmed"');
	});

	it.each(drawn)('finds the same $name', async ({ env, colours, isAscii }) => {
		const home = newHome();
		const session = follow(openWizard(nowhere, { home, words, env }));
		await pressUntil(session, 'enter', /DIAGNOSED: /);
		await session.press('enter');
		await session.waitFor(/What you see/);
		await session.press('escape');
		await session.waitFor(/DIAGNOSED: /);
		await session.type('q2');
		await session.press('enter');
		expect(await session.ended).toMatchObject({ exitCode: 3 });
		expect(session.modes()).toEqual(clean);
		expect(sgrCodes(session.output)).toSatisfy(colours);
		if (isAscii) expect(among(session.output, /\P{ASCII}/u)).toBeNull();
		expect(await findingsIn(home)).toEqual(expected);
	});

	it.each(plain)('finds the same $name', async ({ env, isAscii }) => {
		const home = newHome();
		const session = follow(openWizard(nowhere, { home, words, env, rows: 50 }));
		await session.waitFor(/Enter alone takes/);
		for (let presses = 0; presses < 60 && !/Resume it with/.test(session.text()); presses += 1) {
			const before = session.output.length;
			await session.press('enter');
			// Its last words may come in pieces: what is pressed between them is not answered.
			await Promise.race([session.waitFor(() => session.output.length > before + 2), session.ended]);
		}
		expect(await session.ended).toMatchObject({ exitCode: 3 });
		// No colour, no box, no screen of its own: lines, as a screen reader reads them.
		expect(among(session.output, /(?![\r\n\t])\p{Cc}/u)).toBeNull();
		expect(among(session.output, /[\u2500-\u257f]/)).toBeNull();
		if (isAscii) expect(among(session.output, /\P{ASCII}/u)).toBeNull();
		expect(await findingsIn(home)).toEqual(expected);
	});
});
