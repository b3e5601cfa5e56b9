import type { PhaseId } from '../../catalogue/index.ts';
import { ownerOf } from './owner.ts';
import type { Frame } from './types.ts';

/** Functions that only run in one phase. The innermost on the stack decides. */
const marks: readonly (readonly [shape: RegExp, phase: PhaseId])[] = [
	[/^ap_run_(?:child_init)$|^\w+_child_init$/, 'child-init'],
	[
		/^(?:clean_child_exit|_?_?run_exit_handlers|__run_exit_handlers|_dl_fini|__cxa_finalize|OPENSSL_cleanup|exit|__libc_exit_handlers|ap_run_child_stopp(?:ing|ed))$/,
		'child-exit',
	],
	[
		/^(?:ap_process_config_tree|ap_read_config|ap_run_(?:pre_config|check_config|post_config|open_logs|test_config|pre_mpm)|ap_setup_prelinked_modules|ap_build_config|load_module|\w+_post_config)$/,
		'start-up',
	],
	[
		/^(?:ap_wait_or_timeout|ap_process_child_status|ap_run_monitor|apr_proc_other_child_alert|ap_reclaim_child_processes)$/,
		'parent',
	],
	[/^ap_run_log_transaction$/, 'logging'],
	[
		/^(?:eor_bucket_(?:cleanup|destroy)|ap_process_request_after_handler|ap_run_(?:suspend_connection|resume_connection))$/,
		'end-of-request',
	],
	[
		/^(?:ap_core_output_filter|ap_http_header_filter|ap_content_length_filter|ap_byterange_filter|ap_http_chunk_filter|ap_http_outerror_filter|ap_pass_brigade\w*|deflate_out_filter|\w*output_filter|\w+_out_filter|ap_old_write_filter|ap_rwrite|ap_rflush|ap_fflush)$/,
		'output-filter',
	],
	[/^(?:ap_run_handler|ap_invoke_handler)$/, 'handler'],
	[
		/^(?:ap_process_request_internal|ap_run_(?:translate_name|map_to_storage|header_parser|access_checker\w*|check_user_id|auth_checker|type_checker|fixups|quick_handler|insert_filter|post_read_request|create_request|http_scheme)|ap_read_request|ap_get_mime_headers\w*|ap_sub_req_\w+)$/,
		'request',
	],
	[
		/^(?:ap_lingering_close|ap_start_lingering_close|ap_prep_lingering_close|process_lingering_close|ap_run_pre_close_connection|ap_run_(?:pre_connection|create_connection)|ap_process_connection|ap_run_process_connection|SSL_accept|SSL_do_handshake|ssl_io_filter_(?:handshake|connect))$/,
		'connection',
	],
];
const poolEnd = /^apr_pool_(?:destroy|clear)(?:_debug)?$/;
const inRequest = /^ap_process_(?:async_)?request$/;
const childOnly =
	/^(?:child_main|make_child|worker_thread|process_socket|listener_thread|ap_run_child_init|ap_run_process_connection|ap_process_\w*connection|ap_process_request\w*|ap_invoke_handler|ap_run_handler|clean_child_exit|slot_run|start_thread|dummy_worker|c2_process|wd_worker|startup_children)$/;
const parentOnly =
	/^(?:ap_wait_or_timeout|ap_process_child_status|ap_run_monitor|apr_proc_other_child_alert|ap_process_config_tree|ap_read_config|ap_run_(?:pre_config|check_config|post_config|open_logs))$/;

/** A pool destroyed below an MPM is the child's own, one cleared there a connection's; below `main` it is the configuration's. */
function afterPool(name: string, outer: readonly Frame[]): PhaseId | undefined {
	const next = outer.find((frame) => !/^apr_|^pool_|^run_cleanups/.test(frame.function ?? '') && ownerOf(frame).kind !== 'apr');
	if (!next) return undefined;
	const kind = ownerOf(next).kind;
	if (next.function === 'main') return 'shutdown';
	if (kind !== 'mpm') return undefined;
	if (outer.some((frame) => frame.function?.startsWith('ap_process_'))) return 'end-of-request';
	const isConnection = name.startsWith('apr_pool_clear') || /^(?:process_|worker_thread)/.test(next.function ?? '');
	return isConnection ? 'connection' : 'child-exit';
}

function isRequestEnd(outer: readonly Frame[]): boolean {
	const names = outer.map((frame) => frame.function ?? '');
	const request = names.findIndex((name) => inRequest.test(name));
	return (
		request !== -1 &&
		!names.slice(0, request).some((name) => /^ap_(?:run_(?!log)|invoke_handler|process_request_internal)/.test(name))
	);
}

/** What the process was doing when it crashed, from its frames, innermost first. */
export function phaseOf(frames: readonly Frame[]): PhaseId {
	for (const [at, frame] of frames.entries()) {
		const name = frame.function ?? '';
		if (poolEnd.test(name)) {
			const outer = frames.slice(at + 1);
			const phase = isRequestEnd(outer) ? 'end-of-request' : afterPool(name, outer);
			if (phase) return phase;
		}
		const phase = marks.find(([shape]) => shape.test(name))?.[1];
		if (
			phase === 'start-up' &&
			name.endsWith('_post_config') &&
			!frames.some((each) => /^ap_run_post_config$|^main$/.test(each.function ?? ''))
		)
			continue;
		if (
			phase === 'output-filter' &&
			isRequestEnd(frames.slice(at + 1)) &&
			frames.slice(0, at).some((each) => poolEnd.test(each.function ?? ''))
		)
			return 'end-of-request';
		if (phase) return phase;
	}
	if (frames.some((frame) => inRequest.test(frame.function ?? ''))) return 'request';
	const outermost = frames.at(-1)?.function;
	if (outermost === 'main' && !frames.some((frame) => /^ap_(?:run_mpm|mpm_run)$/.test(frame.function ?? ''))) return 'start-up';
	return 'unknown';
}

/** Whether the parent or a child crashed. */
export function processOf(frames: readonly Frame[]): 'parent' | 'child' | 'unknown' {
	const names = frames.map((frame) => frame.function ?? '');
	if (names.some((name) => parentOnly.test(name))) return 'parent';
	if (names.some((name) => childOnly.test(name))) return 'child';
	if (names.includes('main') && !names.some((name) => /^ap_(?:run_mpm|mpm_run)$/.test(name))) return 'parent';
	return 'unknown';
}
