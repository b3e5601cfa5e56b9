import type { Frame } from './types.ts';

interface KnownSignature {
	readonly id: string;
	/** Names that stand on the stack in this order, innermost first; others may stand between them. */
	readonly inOrder: readonly RegExp[];
	/** Signals it is seen with; any where left out. */
	readonly signals?: readonly string[];
	/** The first name is the crashing frame itself. */
	readonly atTop?: boolean;
}

const known: readonly KnownSignature[] = [
	{ id: 'mod-jk-shm-truncated', inOrder: [/^jk_shm_check_maintain$/, /^wc_maintain$/], signals: ['SIGBUS'], atTop: true },
	{ id: 'mod-jk-shm-maintain', inOrder: [/^jk_shm_check_maintain$/, /^wc_maintain$/], atTop: true },
	{ id: 'mod-jk-shm-attach', inOrder: [/^(?:jk_shm_attach|do_shm_open)$/, /^jk_child_init$/] },
	{ id: 'mod-jk-long-url', inOrder: [/^map_uri_to_worker/], atTop: true },
	{ id: 'descriptor-above-fd-setsize', inOrder: [/^__fdelt_(?:chk|warn)$/] },
	{
		id: 'openssl-used-after-cleanup',
		inOrder: [
			/^(?:CRYPTO_THREAD_(?:read|write)_lock|pthread_rwlock_|__pthread_rwlock_|___pthread_rwlock_)/,
			/^(?:CRYPTO_|RAND_|EVP_|OPENSSL_)/,
			/^(?:md_|ocsp_|next_todo)/,
		],
	},
	{ id: 'php-opcache-restart', inOrder: [/^start_accel_module$/, /^accel_startup$/] },
	{ id: 'php-thread-id-reuse', inOrder: [/^ts_(?:resource_ex|free_thread)$|^tsrm_/, /^php_\w*(?:child_init|apache_child)/] },
	{ id: 'suhosin-graceful-restart', inOrder: [/^suhosin_(?:treat_data|input_filter)/] },
	{ id: 'mod-wsgi-graceful-restart', inOrder: [/^wsgi_python_init$/, /^wsgi_hook_child_init$/] },
	{ id: 'mod-wsgi-gil-state', inOrder: [/^new_threadstate$/, /^PyGILState_Ensure$/] },
	{ id: 'perl-dbi-threaded-mpm', inOrder: [/^(?:_dbi_state_lval|dbi_get_state)$/] },
	{ id: 'pcre-recursion', inOrder: [/^match$/, /^(?:php_)?pcre_exec$/] },
	{ id: 'modsecurity-child-exit', inOrder: [/^apr_allocator_destroy$/, /^apr_pool_destroy$/, /^clean_child_exit$/], atTop: true },
];

/**
 * The id of a crash that has been seen before and explained; null where none matches. `whole`: the stack with the abort
 * machinery above the crashing frame, which names some.
 */
export function knownSignatureOf(crash: readonly Frame[], whole: readonly Frame[], signal: string | null): string | null {
	for (const { id, inOrder, signals, atTop } of known) {
		if (signals && (signal === null || !signals.includes(signal))) continue;
		const names = (atTop ? crash : whole).map((frame) => frame.function ?? '');
		if (atTop && !inOrder[0]?.test(names[0] ?? '')) continue;
		let from = 0;
		const all = inOrder.every((shape) => {
			const found = names.findIndex((name, index) => index >= from && shape.test(name));
			from = found + 1;
			return found !== -1;
		});
		if (all) return id;
	}
	return null;
}
