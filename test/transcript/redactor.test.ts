import { english } from '../../src/catalogue/index.ts';
import { describe, expect, it } from 'vitest';
import { type ExportFormat, exportSession, extensionOf, hideSecrets, redactSession } from '../../src/transcript/index.ts';
import { lastScan } from '../../src/transcript/redaction/last-scan.ts';
import { hideAll } from './hide.ts';
import { everything, findingOn, type Piece, partsOf, type Story } from './session.ts';

const piece = (id: string, lines: readonly string[], facts: Piece['facts'] = []): Piece => ({
	id,
	format: 'unknown',
	text: lines.map((line) => `${line}\n`).join(''),
	facts,
});

function excerpts(story: Story, choices: Partial<Parameters<typeof redactSession>[1]> = {}): readonly string[] {
	const { transcript } = redactSession(partsOf(story), { ...everything, ...choices });
	return transcript.evidence.flatMap((each) => each.excerpt.map((line) => String(line.text)));
}

describe('names that the session knows', () => {
	it('are hidden wherever they stand as a word', () => {
		const facts = [
			{ name: 'config.user', value: 'webshop', citations: [], partial: false },
			{ name: 'account.users', value: { kiosk7: { uid: 1001 }, 'www-data': { uid: 33 } }, citations: [], partial: false },
			{ name: 'log.ajpBackends', value: ['tomcat7:8009'], citations: [], partial: false },
		];
		const lines = ['webshop and kiosk7 on web3, www-data on tomcat7', 'webshops web33 /var/lib/webshop/x', 'mail alice@web3'];
		expect(excerpts({ pieces: [piece('a', lines, facts)], target: 'alice@web3' })).toEqual([
			'[user-2] and [user-3] on [host-1], www-data on [host-2]',
			'webshops web33 /var/lib/[user-2]/x',
			'mail [user-1]@[host-1]',
		]);
	});

	it('stay where everybody has them', () => {
		const lines = ['the server runs httpd as apache on web', 'root and www-data'];
		expect(excerpts({ pieces: [piece('a', lines)], target: 'root@web' })).toEqual(lines);
	});

	it('keep the domain that hosts share', () => {
		const lines = [
			'ServerName shop7.corp.example',
			'ServerAlias www.corp.example corp.example',
			'https://db1.corp.example:5432/x',
		];
		expect(excerpts({ pieces: [piece('a', lines)] })).toEqual([
			'ServerName [host-1].[domain-1]',
			'ServerAlias www.[domain-1] [domain-1]',
			'https://[host-2].[domain-1]:5432/x',
		]);
	});

	it('are hidden in the target and in what is told', () => {
		const { transcript } = redactSession(partsOf({ pieces: [], target: 'alice@web3' }), everything);
		expect(transcript.target).toBe('[user-1]@[host-1]');
		expect(transcript.timeline[0]?.text).toBe('Session began on [user-1]@[host-1].');
	});
});

describe('a secret that one piece of evidence gives away', () => {
	const pieces = [
		piece('log', ['login with Tr0ub4dor& failed', `Z: ${Buffer.from('root:Tr0ub4dor&').toString('base64')}`, 'x=Tr0ub4dor%26']),
		piece('conf', ['AuthLDAPBindPassword Tr0ub4dor&']),
	];

	it('is hidden in all of them, in every form, with the same mask', () => {
		const lines = excerpts({ pieces });
		expect(lines[0]).toBe('login with [secret-1] failed');
		expect(lines[1]).toMatch(/^Z: \S{1,8}\[secret-1\]\S{0,3}$/);
		expect(lines.slice(2)).toEqual(['x=[secret-1]', 'AuthLDAPBindPassword [secret-1]']);
	});

	it('is hidden in what rules state and what the operator notes', () => {
		const { transcript } = redactSession(
			partsOf({ pieces, assessment: { remarks: [findingOn(pieces[0] ?? piece('x', []), 'They sent Tr0ub4dor& twice')] } }),
			everything,
		);
		expect(transcript.remarks).toEqual(['They sent [secret-1] twice']);
	});

	it('does not take ordinary words with it', () => {
		const lines = ['password=apache', 'the apache server', 'secret=production', 'in production'];
		expect(excerpts({ pieces: [piece('a', lines)] })).toEqual([
			'password=[secret-1]',
			'the apache server',
			'secret=[secret-2]',
			'in production',
		]);
	});
});

describe('masks', () => {
	it('are the same whatever part is exported, and when the session has grown', () => {
		const first = piece('a', ['password=aaaa1111', '10.1.1.1:80', 'password=bbbb2222']);
		const later = piece('b', ['password=bbbb2222', '10.1.1.9:80']);
		const short = excerpts({ pieces: [first] });
		expect(excerpts({ pieces: [first, later] })).toEqual([...short, 'password=[secret-2]', 'ip-1.1.1.9:80']);
	});
});

describe('what the operator chooses', () => {
	const lines = ['password=aaaa1111 from 10.1.1.1', 'project Bluebird'];

	it('is hidden', () => {
		expect(excerpts({ pieces: [piece('a', lines)] }, { hide: ['Bluebird'] })[1]).toBe('project [hidden-1]');
	});

	it('is lifted', () => {
		expect(excerpts({ pieces: [piece('a', lines)] }, { keep: ['ipv4'] })[0]).toBe('password=[secret-1] from 10.1.1.1');
	});
});

describe('the report', () => {
	it('says rule, file and line, and never what was hidden', () => {
		const story = { pieces: [piece('a', ['fine', 'password=aaaa1111', 'fine', 'password=bbbb2222 10.1.1.1'])] };
		const { report } = redactSession(partsOf(story), everything);
		expect(report).toEqual([
			{ rule: 'named-secret', title: expect.any(String), file: '/evidence/a', count: 2, lines: [2, 4] },
			{ rule: 'ipv4', title: expect.any(String), file: '/evidence/a', count: 1, lines: [4] },
		]);
		expect(JSON.stringify(report)).not.toMatch(/aaaa1111|bbbb2222|10\.1\.1\.1/);
	});
});

describe('the last scan', () => {
	const secrets = new Map([['Tr0ub4dor&3', '[secret-1]']]);

	it.each([
		['as it is', 'x Tr0ub4dor&3 y'],
		['percent-encoded', 'x Tr0ub4dor%263 y'],
		['in base64', `x ${Buffer.from('ab:Tr0ub4dor&3').toString('base64')} y`],
		['escaped for HTML', 'x Tr0ub4dor&amp;3 y'],
	])('finds a known secret %s', (_how, text) => {
		expect(lastScan(`fine\n${text}`, secrets, false, english.transcript.leaks)).toMatchObject([{ kind: 'known', line: 2 }]);
	});

	it.each([
		'the vault key is Zq8x-Lm3Pw9K-Ab27Tg51',
		'consumer token → 9f8A7s6D5f4G3h2J1k0L',
		'new secret for the gateway: a81Bd92Ce03Df14E',
		'Qw3rTy7Ui9Op1As4Df6 was the credential',
	])('suspects what looks like a secret of no known kind: %s', (text) => {
		expect(lastScan(text, new Map(), true, english.transcript.leaks)).toMatchObject([{ kind: 'suspected', line: 1 }]);
		expect(JSON.stringify(lastScan(text, new Map(), true, english.transcript.leaks))).not.toMatch(
			/Zq8x-Lm3|9f8A7s|a81Bd9|Qw3rTy7/,
		);
	});

	it.each(Object.keys(extensionOf) as ExportFormat[])(
		'makes the export refuse, and lets it pass once it is hidden: %s',
		(format) => {
			const canary = 'Zq8x-Lm3Pw9K-Ab27Tg51';
			const story: Story = { pieces: [], more: [{ type: 'noted', step: null, text: `the vault key is ${canary}` }] };
			const exportWith = (choices: object) => exportSession(partsOf(story), { ...everything, ...choices, format });
			// A summary has no notes.
			expect(exportWith({}).kind).toBe(format === 'summary' ? 'text' : 'refused');
			expect(exportWith({ hide: [canary] }).kind).toBe('text');
			expect(exportWith({ keep: ['unknown-secret'] }).kind).toBe('text');
		},
	);
});

describe('hideSecrets', () => {
	it('hides secrets and nothing else, line by line', () => {
		expect(hideSecrets('password=aaaa1111 from 10.1.1.1 by alice@example.org\nBasic cm9vdDpodW50ZXIy')).toBe(
			'password=[secret] from 10.1.1.1 by alice@example.org\nBasic [secret]',
		);
	});

	it('changes nothing when done again, here and in an export', () => {
		const once = hideSecrets('password="aaaa1111" token: 1a2b3c4d\n-----BEGIN KEY-----\nabcd\n-----END KEY-----');
		expect(hideSecrets(once)).toBe(once);
		expect(hideAll(once.split('\n')).join('\n')).toBe(once);
	});
});
