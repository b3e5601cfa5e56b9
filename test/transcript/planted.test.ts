import { describe, expect, it } from 'vitest';
import { visible } from '../../src/domain/index.ts';
import { type ExportFormat, exportSession, extensionOf, redactSession } from '../../src/transcript/index.ts';
import { type Planted, planted } from './planted.ts';
import { everything, findingOn, type Piece, partsOf } from './session.ts';

const formats = Object.keys(extensionOf) as readonly ExportFormat[];

/** What a core dump or a configuration holds of a key: whole, in one line, and cut at either end. */
const keyBody = [
	'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQDF3n8QmZ1xYt0R',
	'kW5dUq7hGv2sPz9LbJ4aEoXy6TfIc1NlMrKgSjHwBuVtOeCpDiAnZxQqWsRdFgTh',
];
const keyEnd = 'u8Yi2OpLkJhGfDsA==';
const keys: readonly Piece[] = [
	{
		id: 'whole-key',
		format: 'unknown',
		text: ['before it', '-----BEGIN PRIVATE KEY-----', ...keyBody, keyEnd, '-----END PRIVATE KEY-----', 'after it'].join('\n'),
	},
	{
		id: 'inline-key',
		format: 'backtrace',
		text: `#0  load (pem=0x55d1 "-----BEGIN RSA PRIVATE KEY-----\\n${keyBody.join('\\n')}\\n${keyEnd}\\n-----END RSA PRIVATE KEY-----\\n") at a.c:1\n`,
	},
	{ id: 'key-without-end', format: 'unknown', text: `KEY="-----BEGIN EC PRIVATE KEY-----\n${keyBody.join('\n')}\n` },
	{ id: 'key-without-beginning', format: 'unknown', text: `${keyBody[1]}\n${keyEnd}\n-----END PRIVATE KEY-----\nafter it\n` },
	{ id: 'bare-key', format: 'unknown', text: `the key is ${keyBody.join('')}${keyEnd} they say\n` },
];

/** Evidence of every kind, each planted secret on a line of its own between ordinary lines. */
function evidenceOf(secrets: readonly Planted[]): readonly Piece[] {
	const formats = [...new Set(secrets.map((each) => each.format))];
	return formats.map((format) => ({
		id: format,
		format,
		text: secrets
			.filter((each) => each.format === format)
			.map((each) => `${ordinaryBefore(each)}${each.before}${each.secret}${each.after}\n`)
			.join(''),
	}));
}

function ordinaryBefore({ format }: Planted): string {
	return format === 'backtrace' ? '#1  0x00007f2b1c08d1aa in wc_maintain (l=0x55f0c89e1a40) at jk_worker.c:363\n' : '';
}

const pieces = evidenceOf(planted);
const assessment = {
	verdict: 'diagnosed' as const,
	diagnoses: pieces.map((piece) => ({
		...{ id: piece.id, title: piece.id, status: 'confirmed' as const, isRisk: false, culprit: null, open: [] },
		findings: Array.from({ length: 30 }, (_, index) => {
			const finding = findingOn(piece);
			return { ...finding, citations: finding.citations.slice(index * 10, index * 10 + 10) };
		}),
	})),
};
const parts = partsOf({ pieces: [...pieces, ...keys], assessment });

describe('two hundred planted secrets', () => {
	it('are of twenty kinds', () => {
		expect(planted).toHaveLength(200);
		expect(new Set(planted.map((each) => each.kind)).size).toBe(20);
		expect(new Set(planted.map((each) => each.secret)).size).toBe(200);
	});

	it.each(formats)('are in no %s', (format) => {
		const exported = exportSession(parts, { ...everything, format });
		if (exported.kind === 'refused') throw new Error(JSON.stringify(exported.leaks.slice(0, 5)));
		const bare = planted.map(({ secret }) => secret.replaceAll(/^["']|["']$/g, ''));
		const leaked = [...bare, ...keyBody, keyEnd].filter((secret) =>
			[secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64').replaceAll('=', '')].some((form) =>
				exported.text.includes(form),
			),
		);
		expect(leaked).toEqual([]);
	});

	it('leave every other character of their lines as it was', () => {
		const { transcript } = redactSession(parts, everything);
		for (const piece of pieces) {
			const shown = transcript.evidence.find((each) => each.id === piece.id)?.excerpt ?? [];
			const own = planted.filter((each) => each.format === piece.format);
			expect(shown).toHaveLength(piece.text.split('\n').length - 1);
			const lines = shown.map((each) => String(each.text)).filter((line) => !line.startsWith('#1  '));
			expect(lines.map(unmasked)).toEqual(own.map(({ before, after }) => visible(`${before}[]${after}`)));
		}
	});

	it('leave what stands around a key', () => {
		const { transcript } = redactSession(parts, everything);
		const linesOf = (id: string) =>
			transcript.evidence.find((each) => each.id === id)?.excerpt.map((each) => unmasked(each.text));
		expect(linesOf('whole-key')).toEqual(['before it', '[]', '[]', '[]', '[]', '[]', 'after it']);
		expect(linesOf('inline-key')).toEqual(['#0  load (pem=0x55d1 []) at a.c:1']);
		expect(linesOf('key-without-end')).toEqual(['KEY="[]', '[]', '[]']);
		expect(linesOf('key-without-beginning')).toEqual(['[]', '[]', '[]', 'after it']);
		expect(linesOf('bare-key')).toEqual(['the key is [] they say']);
	});
});

function unmasked(line: string): string {
	return line.replaceAll(/\[[a-z][a-z-]*-\d+\]/g, '[]');
}
