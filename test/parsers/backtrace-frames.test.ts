import { describe, expect, it } from 'vitest';
import { missingDebuginfo } from '../../src/parsers/backtrace/debuginfo.ts';
import { argumentsAt, bareName, isBalanced } from '../../src/parsers/backtrace/names.ts';
import { opensslObjects, opensslPackages } from '../../src/parsers/backtrace/openssl.ts';
import { ownerOf } from '../../src/parsers/backtrace/owner.ts';
import { readCrashReportFrame, readLldbFrame } from '../../src/parsers/backtrace/shapes/apple.ts';
import { readGlibcFrame } from '../../src/parsers/backtrace/shapes/glibc.ts';
import { readNumberedFrame } from '../../src/parsers/backtrace/shapes/numbered.ts';
import { readSolarisFrame } from '../../src/parsers/backtrace/shapes/solaris.ts';
import { readValgrindFrame } from '../../src/parsers/backtrace/shapes/valgrind.ts';
import { readSignalLine } from '../../src/parsers/backtrace/signal-lines.ts';
import { type Frame, type FrameText, noFrame } from '../../src/parsers/backtrace/types.ts';

describe('a frame with a number', () => {
	it.each<[string, Partial<FrameText>]>([
		['#0  0x00007f5 in ap_f () from /m/mod_x.so', { index: 0, address: '0x00007f5', function: 'ap_f', object: '/m/mod_x.so' }],
		['#12 0x08 in ?? ()', { index: 12, function: '??', object: null, file: null }],
		['#3  f (a=1, s=0x1 "x) at y:3") at dir/f.c:12', { address: null, function: 'f', file: 'dir/f.c', sourceLine: 12 }],
		['#1  <signal handler called>', { index: 1, function: '<signal handler called>' }],
		['#4  0x1 in std::terminate() () from /l/libstdc++.so.6', { function: 'std::terminate', object: '/l/libstdc++.so.6' }],
		['#4  0x1 in a::b<int (*)(char)>::c(int) const (this=0x2) at c.cc:3', { function: 'a::b<int (*)(char)>::c', sourceLine: 3 }],
		['#5  0x1 in operator new (sz=8) at new.cc:1', { function: 'operator new' }],
		['#6  0x1 in cond_wait@@GLIBC_2.3.2 () from /l/libpthread.so.0', { function: 'cond_wait@@GLIBC_2.3.2' }],
		['#7  0x0002 in .st_double_foreff ()', { function: '.st_double_foreff' }],
		[
			'#0  0x7f1 zend_x (libphp7.so + 0x3829cb)',
			{ format: 'systemd-coredump', function: 'zend_x', object: 'libphp7.so', offset: '0x3829cb' },
		],
		['#0  0x7f1 n/a (mod_a.so + 0x1b)', { format: 'systemd-coredump', function: '??', object: 'mod_a.so' }],
		[
			'#0 0x7f1 in f ~httpd/modules/http2/h2_x.c:279',
			{ format: 'asan', function: 'f', file: '~httpd/modules/http2/h2_x.c', sourceLine: 279 },
		],
		['#0 0x7f1 in f (/l/libc.so.6+0xfcb) (BuildId: 0a1b)', { format: 'asan', object: '/l/libc.so.6', offset: '0xfcb' }],
		['#5 0x55f  (/usr/sbin/apache2+0x786)', { format: 'asan', function: '??', object: '/usr/sbin/apache2' }],
		[
			'#2 zend_hash_find at /p/Zend/zend_hash.c:901',
			{ function: 'zend_hash_find', file: '/p/Zend/zend_hash.c', sourceLine: 901 },
		],
		['#1 https://example.org/issues/1 0x7f in abort () from /l/libc.so.6', { index: 1, function: 'abort' }],
		['#3 /m/mod_x.so(+0x33) [0x7ff]', { format: 'glibc', index: 3, function: null, object: '/m/mod_x.so', offset: '0x33' }],
	])('%s', (text, expected) => {
		expect(readNumberedFrame(text)).toMatchObject(expected);
	});

	it.each([
		'#1 first thing',
		'#8',
		'# comment',
		'#12 Frame 0x3b, for file /x.py, line 10, in f (r=1)',
		'#1 https://example.org/1',
	])('is not %s', (text) => {
		expect(readNumberedFrame(text)).toBeUndefined();
	});
});

describe('a frame without a number', () => {
	it.each<[string, Partial<FrameText>]>([
		['/lib/libc.so.6(+0x7e626)[0x7f3fd9]', { object: '/lib/libc.so.6', function: null, offset: '0x7e626' }],
		['/lib/libc.so.6(cfree+0x6c)[0x7f54]', { function: 'cfree', offset: null }],
		['/usr/lib/libphp5.so[0x7f54]', { object: '/usr/lib/libphp5.so', function: null }],
		['/usr/sbin/httpd(main+0x9fb) [0x55b1]', { function: 'main', address: '0x55b1' }],
		['[0x7f00]', { object: null, function: null }],
	])('of glibc: %s', (text, expected) => {
		expect(readGlibcFrame(text)).toMatchObject(expected);
	});

	it.each(['pid 3 (x) [0x7f]', 'a = b [0x1]', '(f) [0x1]'])('of glibc is not %s', (text) => {
		expect(readGlibcFrame(text)).toBeUndefined();
	});

	it.each<[string, Partial<FrameText>]>([
		['fef5c2f4 strlen   (0, ff1f8a3c) + 50', { address: '0xfef5c2f4', function: 'strlen', object: null }],
		['fe2a17d6 ???????? (81f2a08, 0, 3)', { function: '??' }],
		['7fc090e9b6c61 libphp8.0.so`zend_f+0x50(1, 7f)', { object: 'libphp8.0.so', function: 'zend_f' }],
		['=>[1] f(p = 0x1), line 212 in "mod_wl.c"', { index: 1, function: 'f', file: 'mod_wl.c', sourceLine: 212 }],
	])('of Solaris: %s', (text, expected) => {
		expect(readSolarisFrame(text)).toMatchObject(expected);
	});

	it('of valgrind, lldb and macOS', () => {
		expect(readValgrindFrame('at 0x17901F: ap_run_fixups (request.c:83)')).toMatchObject({
			begins: true,
			frame: { function: 'ap_run_fixups', file: 'request.c', sourceLine: 83 },
		});
		expect(readValgrindFrame('by 0x1: ??? (in /usr/sbin/apache2)')?.frame).toMatchObject({
			function: '??',
			object: '/usr/sbin/apache2',
		});
		expect(readLldbFrame('frame #3: 0x1a httpd`ap_run_handler(r=0x1) + 52 at config.c:170:9')).toMatchObject({
			...{ index: 3, function: 'ap_run_handler', object: 'httpd', file: 'config.c', sourceLine: 170 },
		});
		expect(readCrashReportFrame('2   httpd                 	0x0000000100001fb4 ap_run_handler + 52')).toMatchObject({
			...{ index: 2, function: 'ap_run_handler', object: 'httpd' },
		});
	});
});

describe('C++ names', () => {
	it('end before their arguments', () => {
		expect(argumentsAt('(anonymous namespace)::f (a=1)')).toBe('(anonymous namespace)::f'.length);
		expect(argumentsAt('x::operator() (this=0x1)')).toBe('x::operator()'.length);
		expect(argumentsAt('x::operator<< <char> (os=...)')).toBe('x::operator<< <char>'.length);
		expect(argumentsAt('f')).toBe(-1);
	});

	it('are shown without parameter types', () => {
		expect(bareName('std::__throw_logic_error(char const*)')).toBe('std::__throw_logic_error');
		expect(bareName('a::operator()(int) const')).toBe('a::operator()');
		expect(bareName('(anonymous namespace)::f(int)')).toBe('(anonymous namespace)::f');
	});

	it('are balanced in spite of brackets in values', () => {
		expect(isBalanced('f (s=0x1 "a(b\\"(", c=40 \'(\')')).toBe(true);
		expect(isBalanced('f (s=0x1 "a(b')).toBe(false);
		expect(isBalanced('f (a=1,')).toBe(false);
	});
});

describe('a signal', () => {
	it.each([
		['Program terminated with signal 11, Segmentation fault.', 'SIGSEGV'],
		['Program terminated with signal SIGABRT, Aborted.', 'SIGABRT'],
		['Program terminated with signal 10, Bus error.', 'SIGBUS'],
		['Thread 3 "httpd" received signal SIGILL, Illegal instruction.', 'SIGILL'],
		['Signal: 6 (ABRT)', 'SIGABRT'],
		['ERROR: AddressSanitizer: SEGV on unknown address 0x0', 'SIGSEGV'],
		['*** glibc detected *** /usr/sbin/httpd: double free or corruption (!prev): 0x1 ***', 'SIGABRT'],
		['Process terminating with default action of signal 8 (SIGFPE)', 'SIGFPE'],
		['Exception Type:  EXC_CRASH (SIGABRT)', 'SIGABRT'],
		['[core:notice] AH00052: child pid 33 exit signal Segmentation fault (11)', 'SIGSEGV'],
		['apache2[1]: segfault at 8 ip 00007f error 4 in libphp5.so[7f+1]', 'SIGSEGV'],
		['Programm terminiert mit Signal SIGSEGV, Speicherzugriffsfehler.', 'SIGSEGV'],
	])('is named by %s', (line, signal) => {
		expect(readSignalLine(line)?.signal).toBe(signal);
	});

	it.each(['ERROR: AddressSanitizer: heap-use-after-free on address 0x1', 'status = 11', 'signalling the parent'])(
		'is not named by %s',
		(line) => {
			expect(readSignalLine(line)).toBeUndefined();
		},
	);
});

describe('the owner of a frame', () => {
	const frame = (more: Partial<Frame>): Frame => ({ ...noFrame, format: 'gdb', index: 0, firstLine: 1, lastLine: 1, ...more });

	it.each<[Partial<Frame>, string, string | null]>([
		[{ object: '/usr/lib/apache2/modules/mod_jk.so', function: '??' }, 'module', 'mod_jk.so'],
		[{ object: '/usr/lib64/php/modules/apc.so' }, 'extension', 'apc.so'],
		[{ object: '/usr/lib/apache2/modules/libphp7.4.so' }, 'engine', 'libphp7.4.so'],
		[{ object: '/lib/x86_64-linux-gnu/libc.so.6', function: 'strlen' }, 'runtime', null],
		[{ object: '/usr/lib/libaprutil-1.so.0' }, 'apr', null],
		[{ object: '/usr/lib/apache2/modules/mod_mpm_event.so' }, 'mpm', null],
		[{ object: '/usr/lib64/libcrypto.so.3' }, 'library', 'libcrypto.so.3'],
		[{ object: '/usr/lib64/libnss_ldap.so.2' }, 'module', 'libnss_ldap.so.2'],
		[{ object: '/usr/lib/perl5/auto/Apache2/RequestRec/RequestRec.so' }, 'module', 'mod_perl.so'],
		[
			{ object: '/v/site-packages/mod_wsgi/server/mod_wsgi-py39.cpython-39-x86_64-linux-gnu.so' },
			'module',
			'mod_wsgi-py39.cpython-39-x86_64-linux-gnu.so',
		],
		[{ function: 'ap_proxy_http_handler' }, 'module', 'mod_proxy_http.so'],
		[{ function: 'ap_run_handler' }, 'dispatch', null],
		[{ function: 'ap_core_output_filter' }, 'core', null],
		[{ function: 'child_main' }, 'mpm', null],
		[{ function: 'SSL_read' }, 'library', 'libssl'],
		[{ function: 'slot_run', file: 'h2_workers.c', sourceLine: 1 }, 'module', 'mod_http2.so'],
		[{ function: 'f', file: '/b/modules/proxy/mod_proxy_ajp.c', sourceLine: 1 }, 'module', 'mod_proxy_ajp.so'],
		[{ function: 'php_handler', file: '/b/php-4.4.7/sapi/apache2handler/sapi_apache2.c', sourceLine: 1 }, 'engine', 'libphp.so'],
		[{ function: 'g', file: '/usr/src/debug/httpd-2.2.15/server/mpm/prefork/prefork.c', sourceLine: 1 }, 'mpm', null],
		[{ function: 'run_cleanups', file: 'memory/unix/apr_pools.c', sourceLine: 1 }, 'apr', null],
		[{ function: '__strlen_evex', file: '../sysdeps/x86_64/multiarch/strlen-evex.S', sourceLine: 1 }, 'runtime', null],
		[{ function: 'start_accel_module', file: 'ext/opcache/zend_accelerator_module.c', sourceLine: 1 }, 'extension', 'opcache.so'],
		[{ function: 'oidc_x', file: 'config.c', sourceLine: 1 }, 'module', 'mod_auth_openidc.so'],
		[{ function: 'lab_static' }, 'unknown', null],
	])('%j is %s %s', (more, kind, object) => {
		expect(ownerOf(frame(more))).toEqual({ kind, object });
	});
});

describe('generations of OpenSSL', () => {
	it('are told by sonames and by packages', () => {
		expect(opensslObjects('0x1 0x2 Yes (*) /lib/libssl.so.1.0.0')).toEqual(['1.0']);
		expect(opensslObjects('/usr/lib64/libcrypto.so.10')).toEqual(['1.0']);
		expect(opensslObjects('/usr/lib64/libcrypto.so.1.1 and /usr/lib/libssl.so.3')).toEqual(['1.1', '3']);
		expect(opensslPackages(['openssl-libs-1.0.2k-8.el7.x86_64', 'openssl098e-0.9.8e-29.el7', 'zlib-1.2.7'])).toEqual([
			'1.0',
			'0.9.8',
		]);
		expect(opensslPackages(['openssl11-libs-1.1.1k-2.el7', 'compat-openssl10-1.0.2o-3.el8'])).toEqual(['1.1', '1.0']);
	});
});

describe('hints at missing symbols', () => {
	it('give a command that can be typed, without what a person put between the packages', () => {
		const text =
			'Missing separate debuginfos, use: debuginfo-install apr-1.4.8-3.el7.x86_64 ~~ (some left out) … zlib-1.2.7-17.el7.x86_64';
		expect(missingDebuginfo([{ text, line: 1 }], () => undefined).command).not.toMatch(/[~()…]/);
		expect(missingDebuginfo([{ text, line: 1 }], () => undefined).command).toContain('zlib-1.2.7-17.el7.x86_64');
	});

	it('may name files and a command in the next line', () => {
		const remarks = [
			{ text: 'Missing separate debuginfo for /usr/lib64/libx.so.1', line: 4 },
			{ text: 'Try: zypper install -C "debuginfo(build-id)=0a1b"', line: 5 },
		];
		expect(missingDebuginfo(remarks, () => undefined)).toEqual({
			...{ names: ['/usr/lib64/libx.so.1'], command: 'zypper install -C "debuginfo(build-id)=0a1b"', lines: [4, 5] },
		});
	});
});
