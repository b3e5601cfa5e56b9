/** Properties of a worker that mod_jk 1.2 accepts; any other one stops httpd at its start. */
export const workerDirectives: ReadonlySet<string> = new Set(
	(
		'reference type host port source secret secretkey prefer_ipv6 user user_case_insensitive max_packet_size ' +
		'connection_pool_size connection_pool_minsize connection_pool_timeout connection_acquire_timeout connection_ping_interval ' +
		'connect_timeout prepost_timeout reply_timeout ping_mode ping_timeout socket_timeout socket_connect_timeout ' +
		'socket_buffer socket_keepalive recovery_options retries retry_interval fail_on_status max_reply_timeouts recover_time ' +
		'error_escalation_time balance_workers lbfactor distance method lock lb_retries sticky_session sticky_session_force ' +
		'session_cookie session_path set_session_cookie session_cookie_path route domain redirect activation busy_limit mount ' +
		'css ns xmlns doctype prefix read_only good bad list maintain'
	).split(' '),
);

/** Properties that mod_jk still accepts under an old name, or accepts and ignores. */
export const deprecatedDirectives: ReadonlySet<string> = new Set(
	(
		'cachesize cache_timeout recycle_timeout balanced_workers jvm_route local_worker local_worker_only disabled stopped ' +
		'sysprops stderr stdout mx ms class_path bridge jvm_lib ld_path cmd_line native_lib'
	).split(' '),
);

/** Properties whose further assignments add to the first; every other one is overwritten. */
export const listDirectives: ReadonlySet<string> = new Set(
	'list balance_workers balanced_workers mount user good bad fail_on_status'.split(' '),
);
