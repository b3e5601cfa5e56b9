import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorLogParser } from '../../../src/parsers/error-log/index.ts';
import { linesOf } from '../../../src/parsers/lines.ts';
import { inputOf, withoutLines } from '../evidence.ts';
import { logNames, logText, readAsGolden } from './golden.ts';

const words = [...new Set(logNames.flatMap((name) => logText(name).split(/(?<=\n)|(?<=[\s:[\]()'])/)))];
const anyText = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 400 }),
	fc
		.array(fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...words) }, { weight: 1, arbitrary: fc.string() }), {
			maxLength: 80,
		})
		.map((parts) => parts.join('')),
);

const lines = [...new Set(logNames.flatMap((name) => logText(name).split('\n')))].filter((line) => line !== '');
const anyLog = fc.array(fc.constantFrom(...lines), { minLength: 1, maxLength: 40 });
const start =
	'[Thu Dec 31 23:59:59.000001 2026] [mpm_event:notice] [pid 77001:tid 77001] AH00489: Apache/2.4.71 (Unix) configured -- resuming normal operations';
/** Other numbers, such as a pid, stand in several lines. */
const counts = errorLogParser.facts.filter(({ type, merge }) => type === 'int' && merge === 'sum').map(({ name }) => name);
const restartRequests = lines.filter((line) => /doing restart|Doing graceful|Attempting to restart/.test(line));

describe('any text', () => {
	it('gives sound statements', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				const resemblance = errorLogParser.resemblance(text);
				expect(resemblance).toBeGreaterThanOrEqual(0);
				expect(resemblance).toBeLessThanOrEqual(1);
				const last = linesOf(text).length;
				for (const { lines: cited } of errorLogParser.parse(inputOf(text)).statements) {
					for (const { firstLine, lastLine } of cited) {
						expect(firstLine).toBeGreaterThanOrEqual(1);
						expect(lastLine).toBeGreaterThanOrEqual(firstLine);
						expect(lastLine).toBeLessThanOrEqual(last);
					}
				}
			}),
			{ numRuns: 1500 },
		);
	});

	it('says the same with other line ends and within a quotation', () => {
		fc.assert(
			fc.property(anyLog, (log) => {
				const plain = readAsGolden(log.join('\n'));
				expect(readAsGolden(log.join('\r\n'))).toEqual(plain);
				expect(readAsGolden(log.map((line) => `> ${line}`).join('\n'))).toEqual(plain);
			}),
		);
	});

	const started =
		'[Sat Nov 21 20:39:58.618307 2026] [mpm_prefork:notice] [pid 886:tid 886] AH00163: Apache/2.4.71 (Debian) configured -- resuming normal operations';
	it.each([
		[
			'a wrapped line of the journal',
			["Apr 07 08:00:01 shop systemd[1]: apache2.service: Failed with result 'exit-code'.", '> 914 exit signal', started],
		],
		[
			'a line that ends with a bracket',
			[
				'[Sat Nov 21 23:07:10.464714 2026] [ssl:warn] [pid 1:tid 1] AH01873: Init: Session Cache is not configured [hint: SSLSessionCache]',
				'[2026-11-21 20:43:16.244862] [mpm_prefork:notice] [pid 17883:tid AH00169: caught SIGTERM, shutting down',
			],
		],
		[
			'a short line before one in another format of time',
			[
				"[2026-11-21 20:43:13.864154] [core:notice] [pid 17883:tid AH00094: Command line: 'apache2 -f /srv/httpd/conf/custom.conf'",
				'no listening sockets available, shutting down',
				started,
			],
		],
	])('says the same of %s within a quotation', (_, log) => {
		expect(readAsGolden(log.map((line) => `> ${line}`).join('\n'))).toEqual(readAsGolden(log.join('\n')));
	});

	it('counts nothing that is not in the lines it cites', () => {
		fc.assert(
			fc.property(anyLog, (log) => {
				const text = log.map((line) => `${line}\n`).join('');
				for (const statement of errorLogParser.parse(inputOf(text)).statements) {
					if (!counts.includes(statement.name) || statement.value === 0) continue;
					const { statements } = errorLogParser.parse(inputOf(withoutLines(text, statement)));
					expect(statements.find((each) => each.name === statement.name)?.value, statement.name).not.toEqual(statement.value);
				}
			}),
			{ numRuns: 60 },
		);
	});
});

describe('a successful start after anything', () => {
	it('makes all failures old', () => {
		const withoutRequests = anyLog.map((log) => log.filter((line) => !restartRequests.includes(line)));
		fc.assert(
			fc.property(withoutRequests, (log) => {
				const before = readAsGolden(log.join('\n'));
				const after = readAsGolden([...log, '', start].join('\n'));
				const failures =
					Number(before.facts.oldFailures ?? 0) + Object.values(before.families).reduce((sum, events) => sum + events, 0);
				expect(after.families).toEqual(before.families);
				expect(after.facts.oldFailures ?? 0).toBe(failures - Number(before.facts.oldFailures ?? 0));
				expect(after.facts.childSignals ?? 0).toBe(0);
				expect(after.facts.mutexRemoved ?? 0).toBe(0);
				expect(after.facts.startFailures ?? 0).toBe(0);
				expect(after.facts.ajpBackendDown ?? 0).toBe(0);
				expect(after.facts.lastEvent).toBe('started');
			}),
		);
	});
});
