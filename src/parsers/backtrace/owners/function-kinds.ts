import { beginningWith, wholly } from '../word-pattern.ts';

// Functions of httpd itself and of what every program is made of, for frames that name no object.

const mpm = wholly(String.raw`
	child_main make_child prefork_\w+ worker_(?:run|thread|open_logs) event_(?:run|pre_config|post_config) listener_thread
	process_socket start_threads startup_children perform_idle_server_maintenance server_main_loop ap_mpm_\w+
	clean_child_exit process_lingering_close start_lingering_close\w* stop_lingering_close wakeup_listener signal_threads
	disable_listensocks enable_listensocks check_infinite_requests ap_queue_\w+ join_workers join_start_thread
	create_listener_thread set_signals process_timeout_queue process_keepalive_queue notify_(?:suspend|resume) winnt_\w+
	worker_main just_die sig_term restart ap_run_mpm thread_start
`);
const apr = beginningWith(String.raw`
	apr_ apu_ apr__ run_cleanups allocator_(?:alloc|free) pool_(?:clear|destroy)_debug pool_alloc pool_find
	pool_concurrency dummy_worker thread_pool_func impl_pollset_ psprintf_flush conv_\w+$
	(?:file|heap|mmap|pipe|pool|socket|simple|flush|eos|immortal|transient)_bucket_ bucket_brigade proc_mutex_ pollset_
	brigade_ sbb_ log_err_status make_array_core copy_array_hdr_core table_(?:mergesort|reindex) find_entry$ expand_array
	hash_ regular_ _apr_ cleanup_pool_for_exec free_proc_chain apr_p
`);
const runtime = beginningWith(String.raw`
	main$ _?start$ __libc_ __GI_ _?IO_ _IO __?mem mem(?:cpy|move|set|cmp|chr|mem) __?str
	str(?:len|n?cmp|n?cpy|n?cat|n?case\w*|r?chr|dup|ndup|str|tol\w*|tok\w*|spn|cspn|pbrk|ftime|error\w*|nlen|lcpy|lcat)
	v?(?:f|s|sn|as)?printf _?vfprintf std:: __gnu_cxx:: __cxx __cxa_ _Unwind operator  __gxx_ boost:: qsort msort bsearch
	malloc calloc realloc free$ cfree _int_(?:malloc|free|realloc) start_thread _pthread_ __?pthread pthread_ __?clone3?$
	clone3?$ thread_start$ _?dl_ __dl dlopen dlsym dlclose exit$ __run_exit __do_global _fini _init$ call_init __restore
	poll$ select$ epoll_ read$ write$ recv$ send$ open$ close$ getenv setenv getpw getgr gethost getaddr localtime gmtime
	mktime time$ regexec regcomp raise$ abort$ kill$ siglongjmp longjmp _?setjmp __sigsetjmp sigaction kernel_ __kernel_
	_lwp_start _thr(?:p)?_ ___ __tls _?chk decimalNumber nptl_ __nptl _nl_ towlower iconv _?exit isoc\d+ qsort_r swab wmem
	wcs
`);
/** They call whatever a module has registered. */
const dispatch = /^(?:ap_run_(?!mpm$)|ap_invoke_handler$)/;
const core = beginningWith(`
	ap_ unixd_ core_ default_handler$ eor_bucket_ eoc_bucket_ error_bucket_ process_resource_config process_command_config
	execute_now invoke_cmd add_module load_module unload_module log_error_core make_sock do_double_reverse
	read_request_line check_pipeline output_finished http_(?:create|filter|send)_ process_request_ merge_core set_authn
	stuff$ directory_walk resolve_symlink send_brigade_ writev_nonblocking bail_out_on_error read_chunked get_chunk_size
	basic_http_header form_header_field invoke_filter_init internal_internal_redirect open_multi_logs log_child piped_log
	reset_mpm destroy_and_exit_process show_compile_settings
`);

export type FunctionKind = 'mpm' | 'apr' | 'runtime' | 'dispatch' | 'core';

/** What a function that belongs to no module is; undefined for an unknown name. */
export function functionKind(name: string): FunctionKind | undefined {
	if (mpm.test(name)) return 'mpm';
	if (dispatch.test(name)) return 'dispatch';
	if (core.test(name)) return 'core';
	if (apr.test(name)) return 'apr';
	return runtime.test(name) ? 'runtime' : undefined;
}

/** It walks through all pools of the process: a fault there tells nothing of the caller. */
export function walksAllPools(name: string | null): boolean {
	return (
		name !== null &&
		/^(?:pool_find|apr_pool_find|apr_pool_walk_tree|pool_is_child_of|apr_pool_num_bytes|pool_num_bytes)$/.test(name)
	);
}
