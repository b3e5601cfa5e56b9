import { describe, expect, it } from 'vitest';
import { backtraceParser } from '../../src/parsers/backtrace/index.ts';
import { inputOf } from './evidence.ts';

/** What people post is seldom what the tool printed. Texts of this file are made up in the shapes that were met. */
function told(text: string): Readonly<Record<string, unknown>> {
	const { explanation } = backtraceParser.parse(inputOf(text));
	const { crashingFrame, culprit, signal, threads } = explanation as {
		crashingFrame: { function: string | null } | null;
		culprit: { module: string | null };
		signal: string | null;
		threads: number;
	};
	return { frame: crashingFrame?.function ?? null, culprit: culprit.module, signal, threads };
}

describe('stacks as people post them', () => {
	it('reads Markdown that kept its escapes, and wrapped frames within', () => {
		const text = `\\(gdb\\) bt
\\#0  0x00007f2a11 in raise \\(\\) from /lib64/libc\\.so\\.6
\\#1  0x00007f2a12 in abort \\(\\) from /lib64/libc\\.so\\.6
\\#2  0x00007f2a13 in Perl\\_lab\\_die \\(my\\_perl=0x1\\, flags=0\\,
o=0x2\\) at lab\\.c&#8203;:12
\\#3  0x00007f2a14 in modperl\\_lab \\(\\) from /usr/lib64/httpd/modules/mod\\_perl\\.so
`;
		expect(told(text)).toEqual({ frame: 'Perl_lab_die', culprit: 'mod_perl.so', signal: 'SIGABRT', threads: 1 });
	});

	it('joins the frame where the debugger stopped to the outermost frames that were asked for', () => {
		const text = `Program terminated with signal 11, Segmentation fault.
#0  0x00007f2a52 in match () from /lib64/libpcre.so.0
(gdb) bt -4
#9021 0x00007f2a53 in match () from /lib64/libpcre.so.0
#9022 0x00007f2a54 in pcre_exec () from /lib64/libpcre.so.0
#9023 0x00007f2a55 in lab_filter () from /m/mod_lab.so
#9024 0x00007f2a56 in ap_run_handler ()
`;
		expect(told(text)).toEqual({ frame: 'match', culprit: 'mod_lab.so', signal: 'SIGSEGV', threads: 1 });
	});

	it('keeps two threads apart where the tail is of another one than the stop', () => {
		const text = `Program terminated with signal 11, Segmentation fault.
#0  0x00007f2a52 in lab_one () from /m/mod_one.so
[Current thread is 1 (Thread 0x7f01 (LWP 11))]
Thread 2 (Thread 0x7f02 (LWP 12)):
#4  0x00007f2a55 in lab_two () from /m/mod_two.so
#5  0x00007f2a56 in ap_run_handler ()
`;
		expect(told(text)).toMatchObject({ frame: 'lab_one', culprit: 'mod_one.so' });
	});

	it('reads a list of the C library of which somebody looked names up', () => {
		const text = `*** glibc detected *** /usr/sbin/apache2: double free or corruption (!prev): 0x00007ff0 ***
======= Backtrace: =========
/lib/libc.so.6(+0x76a16)[0x7ff0dd6bca16]
/lib/libc.so.6(cfree+0x6c)[0x7ff0dd6c17bc]
net_instaweb::Lab::Done(net_instaweb::Headers*, bool) at lab.cc:?
net_instaweb::(anonymous namespace)::lab_filter(ap_filter_t*, apr_bucket_brigade*) at mod_instaweb.cc:90
/usr/sbin/apache2(ap_content_length_filter+0x160)[0x7ff0de4dc4a0]
/usr/lib/apache2/modules/mod_deflate.so(+0x292d)[0x7ff0db5a492d]
`;
		expect(told(text)).toMatchObject({ frame: 'net_instaweb::Lab::Done', culprit: 'mod_pagespeed.so', signal: 'SIGABRT' });
	});

	it.each([
		[
			'a report of mod_whatkilledus',
			'**** Crash\nException code:    EXCEPTION_ACCESS_VIOLATION\n\nmd_lab_print+0x12 0x7FEF27029C3\nap_run_lab_hook+0x47 0x7FEF2513A27\nap_run_handler+0x35 0x7FEF3081DA5\n',
			{ frame: 'md_lab_print', culprit: 'mod_md.so' },
		],
		[
			'a window of a debugger, with a frame that has no symbol',
			'Call Stack:\n\nlibapr-1.dll!apr_palloc(apr_pool_t * pool, unsigned __int64 size) Line 693\tC\nmod_lab.so!00007ffce6a76ad0()\tUnknown\nlibhttpd.dll!log_error_core(const char * file, int line) Line 12\tC\n',
			{ frame: 'apr_palloc', culprit: 'mod_lab.so' },
		],
		[
			'inlined frames of it',
			'>\t[Inline Frame] mod_lab.so!enter(void *) Line 6\tC\tSymbols loaded.\n \tmod_lab.so!lab_hook(request_rec * r) Line 16\tC\tSymbols loaded.\n',
			{ frame: 'enter', culprit: 'mod_lab.so' },
		],
	])('reads %s of Windows and knows it for a stack', (_name, text, expected) => {
		expect(told(text)).toMatchObject(expected);
		expect(backtraceParser.resemblance(text)).toBeGreaterThan(0.5);
	});

	it('reads the signal that Passenger writes with its own stack', () => {
		const text =
			'[ pid=28 ] Process aborted! signo=SIGSEGV(11), reason=SEGV_MAPERR, si_addr=0x0\n/m/mod_passenger.so(lab+0x1a)[0x7f3a8d5c4e9a]\n/usr/sbin/apache2(main+0xb9b)[0x7f3a93c5f13b]\n';
		expect(told(text)).toMatchObject({ frame: 'lab', culprit: 'mod_passenger.so', signal: 'SIGSEGV' });
	});
});
