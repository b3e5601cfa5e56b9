import { wholly } from './word-pattern.ts';

// Functions that are above the crash, or in which a thread only waits. Names are plain: see plainName.

/** From `abort()` down to the system call that sends the signal, and the checks of the C library that end in it. */
const abortNames = wholly(`
	raise gsignal abort libc_message libc_message_impl
	libc_fatal fortify_fail fortify_fail_abort stack_chk_fail stack_chk_fail_local chk_fail fdelt_chk fdelt_warn
	longjmp_chk assert_fail assert_fail_base assert_perror_fail assert assert_c99 assert_rtn malloc_assert malloc_printerr
	malloc_printerr_tail malloc_error_break malloc_report malloc_vreport szone_error abort_report_np libc_abort libc_raise
`);

const signalSenders = /^(?:pthread_kill\w*|t?kill|lwp_kill|thr_kill|thrkill)$/;

/** Part of an abort where one follows, and nothing in itself. */
const abortHelpers = wholly(`
	pthread_kill pthread_kill_implementation pthread_kill_internal kill tgkill lwp_kill thr_kill thrkill thr_sigsetmask kernel_vsyscall syscall backtrace_symbols_fd backtrace_and_maps
	dl_addr
`);

/** Allocator of the C library, above the caller where a check of the heap has failed. */
const heapNames = wholly(`
	malloc calloc realloc free cfree libc_malloc libc_calloc libc_realloc libc_free libc_memalign posix_memalign memalign
	int_malloc int_free int_free_chunk int_free_merge_chunk int_free_maybe_consolidate int_free_create_chunk int_realloc
	int_memalign malloc_consolidate malloc_printerr malloc_error_break szone_error malloc_check free_check realloc_check mem2chunk_check top_check unlink_chunk
	wrterror ofree omalloc orealloc get_meta nontrivial_free munmap_chunk systrim sysmalloc tcache_thread_shutdown arena_thread_freeres
`);

const terminateNames = wholly(`
	__gnu_cxx::__verbose_terminate_handler __cxxabiv1::__terminate std::terminate std::__terminate
	demangling_terminate_handler abort_message
`);

const sanitizerNames = /^(?:__?(?:asan|ubsan|tsan|msan|lsan|hwasan|sanitizer|interception)[:_]|___?interceptor_|__sanitizer)/;
const sanitizerObjects = /(?:^|\/)(?:lib(?:clang_rt\.)?(?:asan|ubsan|tsan|msan|lsan|hwasan)\b|libsegfault)/i;
const sanitizerFiles = /(?:libsanitizer|compiler-rt|sanitizer_common)\/|\b(?:asan|ubsan|sanitizer)_\w+\.(?:cc|cpp|inc|h)$/;
const diagnosticObjects =
	/(?:^|\/)(?:libSegFault|mod_(?:backtrace|whatkilledus|diagnostics?))\.so|linux-gate|linux-vdso|\[vdso\]/;

const markers: ReadonlySet<string> = new Set([
	'<signal handler called>',
	'__restore_rt',
	'__restore',
	'__kernel_rt_sigreturn',
	'__kernel_sigreturn',
	'_sigtramp',
	'__sighndlr',
	'sigacthandler',
	'call_user_handler',
	'killpg',
	'sig_coredump',
]);

/** Handlers that report a fault which has been delivered to them: what is below them is the crash. */
const crashHandlers =
	/(?:crash|(?<!de)fault|fatal|segv|sigabrt|abrt|coredump|core_dump|backtrace|stack_?trace|report_and_die|os::abort|linux_signal|skgesig|abort_?handler|panic|dump_stack)/i;

/** Names that handlers of any signal have. */
const signalHandlers = /sig(?:nal)?_?(?:action_?)?handler|on_?signal|handle_?sig/i;

/** Calls in which a thread rests, so that it cannot have faulted there. */
const waitingNames = wholly(String.raw`
	poll ppoll select pselect epoll_wait epoll_pwait2? kevent port_getn? portfs sem(?:op|timedop|sys) do_semtimedop
	accept4? read readv recv recvfrom recvmsg write writev send sendto sendmsg sendfile(?:64)? wait4? waitpid waitid
	nanosleep clock_nanosleep sleep usleep pause sigwait sigwaitinfo sigtimedwait sigsuspend rt_sigsuspend do_sigwait
	futex_\w+ pthread_cond_(?:timed)?wait\w* pthread_join\w* lll_\w*wait\w* do_futex_wait\w* mach_msg\w* workq_kernreturn
	lwp_cond_wait so_accept new_sem_wait\w* sem_(?:timed)?wait\w* flock fcntl(?:64)? lwp_park lwp_wait psynch_\w+
	semwait_signal kernel_vsyscall syscall umtx_op\w* thr_join syscall_cancel\w* internal_syscall_cancel connect pollsys
`);

/** A name without the prefixes and suffixes that mark internal and versioned twins of a libc function. */
export function plainName(name: string): string {
	return name
		.replace(/@.*$|\.(?:cold|part|isra|constprop|lto_priv|llvm).*$/, '')
		.replace(/^_*(?:GI_+|IA__)?_*/, '')
		.replace(/^(?:sys_|libc_(?=read|write|poll|select|accept|recv|send|connect|wait|pause|fcntl|nanosleep))/, '')
		.replace(/_nocancel(?:_adjusted)?$/, '');
}

export const isSignalMarker = (name: string | null): boolean => name !== null && markers.has(name);
export const isAbortFunction = (name: string | null): boolean => name !== null && abortNames.test(plainName(name));
export const isAbortHelper = (name: string | null): boolean => name !== null && abortHelpers.test(plainName(name));
/** Sends a signal, perhaps one that was caught before. */
export const sendsSignal = (name: string | null): boolean => name !== null && signalSenders.test(plainName(name));
/** The C library of Alpine stops at a damaged heap by a fault of its own making instead of abort. */
export const isHeapTrap = (name: string | null): boolean => name === 'a_crash';
export const isHeapFunction = (name: string | null): boolean => name !== null && heapNames.test(plainName(name));
export const isTerminateFunction = (name: string | null): boolean => name !== null && terminateNames.test(name);
export const isFortified = (name: string | null): boolean => name !== null && /^_*\w+_chk$/.test(name);
export const isCrashHandler = (name: string | null): boolean => name !== null && crashHandlers.test(name);
export const isSignalHandler = (name: string | null): boolean => name !== null && signalHandlers.test(name);
export const isWaiting = (name: string | null): boolean => name !== null && waitingNames.test(plainName(name));

export function isSanitizer(name: string | null, object: string | null, file: string | null): boolean {
	if (name !== null && sanitizerNames.test(name)) return true;
	return (object !== null && sanitizerObjects.test(object)) || (file !== null && sanitizerFiles.test(file));
}

/** Objects whose frames only carry a fault to its report. */
export function isDiagnosticObject(object: string | null): boolean {
	return object !== null && diagnosticObjects.test(object);
}
