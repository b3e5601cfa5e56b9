import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../src/domain/index.ts';
import { backtraceParser } from '../../src/parsers/backtrace/index.ts';
import { parsers } from '../../src/parsers/index.ts';
import { recognise } from '../../src/parsers/recognise.ts';
import { goldens } from './backtrace-cases.ts';
import { citedBy, factsOf, fixture, inputOf, withoutLines } from './evidence.ts';

const trace = (name: string): string => fixture(`backtrace/${name}.txt`);
const facts = (text: string): Readonly<Record<string, JsonValue>> => factsOf(backtraceParser, text);
const explained = (text: string) => backtraceParser.parse(inputOf(text)).explanation ?? {};
const cases = Object.entries(goldens).map(([name, golden]) => ({ name, golden }));

describe('a trace', () => {
	it.each(cases)('$name is read', ({ name, golden }) => {
		const { signal, threads, symbols, frame, culprit, ...others } = golden;
		const explanation = explained(trace(name));
		expect(explanation).toMatchObject({ signal, threads, hasDebugSymbols: symbols, culprit: { module: culprit } });
		const top = explanation.crashingFrame;
		expect(typeof top === 'object' && top !== null && 'function' in top ? top.function : null).toBe(frame);
		expect(facts(trace(name))).toMatchObject(others);
	});

	it.each(cases)('$name is recognised', ({ name }) => {
		expect(backtraceParser.resemblance(trace(name))).toBeGreaterThan(0.8);
		expect(recognise(trace(name), parsers)).toBe(backtraceParser);
	});

	it.each(cases)('$name no longer says what its cited lines say without them', ({ name }) => {
		const text = trace(name);
		for (const statement of backtraceParser.parse(inputOf(text)).statements) {
			const isPositive = statement.value === true || (typeof statement.value === 'number' && statement.value > 0);
			if (!isPositive) continue;
			expect(statement.lines, `${statement.name} cites`).not.toEqual([]);
			expect(facts(withoutLines(text, statement))[statement.name.slice('trace.'.length)], statement.name).not.toBe(
				statement.value,
			);
		}
	});
});

describe('the facts of a trace', () => {
	it('name every frame of the crashed stack once, recursion merged', () => {
		expect(facts(trace('gdb-mod-jk')).frames).toEqual([
			...['jk_shm_check_maintain', 'wc_maintain', 'jk_handler', 'ap_run_handler', 'ap_invoke_handler', 'ap_process_request'],
			...['ap_process_http_connection', 'ap_run_process_connection', 'child_main', 'make_child', 'startup_children'],
			...['ap_mpm_run', 'main'],
		]);
	});

	it("have no frames from gdb's list of threads", () => {
		const text = `Program terminated with signal SIGSEGV, Segmentation fault.
  Id   Target Id                         Frame
* 1    Thread 0x7fcb93423780 (LWP 10382) 0x00007fcb9338fb30 in jk_shm_check_maintain () from /srv/web/modules/mod_jk.so
  2    LWP 10383                         0x00007fcb93423a10 in poll () from /lib64/libc.so.6

Thread 1 (Thread 0x7fcb93423780 (LWP 10382)):
#0  0x00007fcb9338fb30 in jk_shm_check_maintain () from /srv/web/modules/mod_jk.so
#1  0x00007fcb9337da79 in wc_maintain () from /srv/web/modules/mod_jk.so
#2  0x0000555b8d2a4360 in ap_run_handler ()
`;
		expect(facts(text).frames).toEqual(['jk_shm_check_maintain', 'wc_maintain', 'ap_run_handler']);
	});

	it('cite every print of the crashed stack for the culprit', () => {
		const cited = citedBy(backtraceParser, trace('gdb-mod-jk'), 'culpritModule');
		expect(cited.filter((line) => line.includes('jk_shm_check_maintain'))).toHaveLength(2);
		expect(cited).toContain('>    from /srv/web/modules/mod_jk.so');
	});

	it('list the packages without symbols, wrapped or not', () => {
		const { missingDebuginfos, debuginfoCommand } = facts(trace('gdb-mod-jk'));
		expect(missingDebuginfos).toEqual([
			...['apr-1.4.8-3.el7.x86_64', 'glibc-2.17-196.el7.x86_64', 'openssl-libs-1.0.2k-8.el7.x86_64'],
			...['openssl098e-0.9.8e-29.el7.centos.3.x86_64', 'zlib-1.2.7-17.el7.x86_64'],
		]);
		expect(debuginfoCommand).toMatch(/^debuginfo-install apr-1\.4\.8.* zlib-1\.2\.7-17\.el7\.x86_64$/);
	});

	it('call a module the victim of a damaged heap, not its culprit', () => {
		const { culpritReason, whatWouldTell } = facts(trace('gdb-worker-double-free'));
		expect({ culpritReason, whatWouldTell }).toEqual({ culpritReason: 'damaged-heap', whatWouldTell: 'checker' });
	});

	it.each([
		['gdb-all-unknown', /^same-binary$/],
		['gdb-idle-only', /^crash-trace$/],
		['gdb-unloaded-hook', /^first-crash$/],
		['glibc-error-in', /^(?:checker|symbols)$/],
	])('of %s say what would tell', (name, expected) => {
		const found = facts(trace(name));
		expect(found.culpritStatus).toBe('cannot-tell');
		expect(found).not.toHaveProperty('culpritModule');
		expect(found.whatWouldTell).toMatch(expected);
	});

	it('state zero where nothing was seen', () => {
		expect(facts(trace('gdb-event-stripped'))).toMatchObject({
			heapCorruption: false,
			stackOverflow: false,
			assertion: false,
			abortChain: false,
			wrongExecutable: false,
			executableNewer: false,
			truncatedCore: false,
			notACore: false,
			missingDebuginfos: [],
		});
	});

	it('are only that the file is no core where the debugger says so', () => {
		const { statements, partial } = backtraceParser.parse(inputOf(trace('gdb-not-a-core')));
		expect(statements.find(({ name }) => name === 'trace.notACore')?.value).toBe(true);
		expect(statements.some(({ name }) => name === 'trace.threads')).toBe(false);
		expect(partial).toBe(true);
	});

	it('are none for a text without stacks', () => {
		const { statements, partial, explanation } = backtraceParser.parse(inputOf('nothing to see here\n'));
		expect(statements).toEqual([]);
		expect(partial).toBe(true);
		expect(explanation).toMatchObject({ threads: 0, crashingFrame: null, signature: null });
	});
});

describe('the signature', () => {
	const signature = (name: string): JsonValue | undefined => facts(trace(name)).signature;

	it('is the same for one crash with and without a delivered signal, under another MPM and another load address', () => {
		expect(signature('gdb-worker-delivered')).toBe('SIGSEGV | mod_labcrash.so!?? | mod_labcrash.so!??+0x351');
		expect(signature('gdb-event-stripped')).toBe(signature('gdb-worker-delivered'));
	});

	it('differs between crashes', () => {
		const all = cases.map(({ name }) => signature(name)).filter((each) => each !== undefined);
		const twins = ['gdb-event-stripped', 'gdb-newer-executable'];
		expect(new Set(all).size).toBe(all.length - twins.length);
	});

	it('is left out where no frame has a name', () => {
		expect(signature('gdb-all-unknown')).toBeUndefined();
	});

	it('holds no address', () => {
		for (const { name } of cases) expect(String(signature(name))).not.toMatch(/0x[0-9a-f]{7}/);
	});
});

describe('a stack without end', () => {
	const deep = (cycle: readonly string[], rounds: number): string => {
		const names = Array.from({ length: rounds }, () => cycle).flat();
		const frames = [...names, 'pcre_exec', 'php_pcre_match_impl'].map(
			(name, index) => `#${index}  0x00007f10000${String(name.length).padStart(5, '0')} in ${name} () from /usr/lib/libx.so.3`,
		);
		return `Program terminated with signal 11, Segmentation fault.\n${frames.join('\n')}\n`;
	};

	it('is a stack overflow, merged', () => {
		const found = facts(deep(['match'], 4000));
		expect(found).toMatchObject({ stackOverflow: true, knownSignature: 'pcre-recursion' });
		expect(found.frames).toEqual(['match', 'pcre_exec', 'php_pcre_match_impl']);
	});

	it('may go round several functions', () => {
		expect(facts(deep(['a_visit', 'b_visit', 'c_visit'], 400)).frames).toEqual([
			...['a_visit', 'b_visit', 'c_visit', 'pcre_exec', 'php_pcre_match_impl'],
		]);
		expect(facts(deep(['a_visit', 'b_visit', 'c_visit'], 400)).stackOverflow).toBe(true);
	});

	it('is none when it is only deep', () => {
		expect(facts(deep(['match'], 20)).stackOverflow).toBe(false);
	});
});

describe('resemblance', () => {
	it('stays high among log lines, and falls when they are the text', () => {
		const log = '[Fri Oct 27 20:12:49 2017] [error] [client 192.0.2.1] File does not exist: /srv/www/favicon.ico\n';
		expect(backtraceParser.resemblance(log.repeat(6) + trace('gdb-prefork-assert') + log.repeat(6))).toBe(1);
		expect(backtraceParser.resemblance(log.repeat(2000) + trace('gdb-prefork-assert'))).toBeLessThan(0.5);
		expect(backtraceParser.resemblance(log.repeat(20))).toBe(0);
	});

	it.each([
		'httpd.conf',
		'ipcs-all.txt',
		'server.xml',
		'workers.properties',
		'access.log',
		'processes.txt',
		'ss.txt',
		'sysctl.txt',
	])('is low for %s', (name) => {
		expect(backtraceParser.resemblance(fixture(name))).toBe(0);
	});

	it('is low for numbered comments', () => {
		expect(backtraceParser.resemblance('# Section\n#1 first thing (not second)\n#2 other\nListen 80\n')).toBe(0);
	});
});
