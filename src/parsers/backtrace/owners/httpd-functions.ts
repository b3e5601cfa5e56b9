import type { PrefixTable } from './prefix-table.ts';

/** Functions of the modules that come with Apache httpd. */
export const httpdFunctions: PrefixTable = {
	'mod_proxy.so': 'ap_proxy_ proxy_ ap_run_proxy balancer_',
	'mod_proxy_ajp.so': `
		ap_proxy_ajp proxy_ajp ajp_msg_ ajp_send_header ajp_read_header ajp_parse_ ajp_ilink ajp_alloc_data ajp_handle_
	`,
	'mod_proxy_http.so': 'ap_proxy_http_ proxy_http_',
	'mod_proxy_http2.so': 'h2_proxy_ proxy_http2_',
	'mod_proxy_fcgi.so': 'proxy_fcgi_ ap_fcgi_',
	'mod_proxy_ftp.so': 'proxy_ftp_ ap_proxy_ftp',
	'mod_proxy_balancer.so': 'proxy_balancer_ balancer_handler balancer_post_config',
	'mod_proxy_connect.so': 'proxy_connect_',
	'mod_proxy_wstunnel.so': 'proxy_wstunnel_ ap_proxy_wstunnel',
	'mod_proxy_hcheck.so': 'hc_',
	'mod_proxy_html.so': 'proxy_html_',
	'mod_proxy_uwsgi.so': 'uwsgi_',
	'mod_proxy_scgi.so': 'scgi_',
	'mod_http2.so': `
		h2_ http2_ mplx_ c2_ s_c2_ beam_ slot_run$ activate_slot$ recv_buffer_cleanup stream_destroy_iter purge_streams
		dispatch_master on_stream_ on_frame_ on_data_chunk slave_out
	`,
	'mod_ssl.so': `
		ssl_io_ ssl_engine ssl_hook_ ssl_callback_ ssl_init_ ssl_var_ ssl_scache_ ssl_util_ ssl_cmd_ ssl_stapling_
		ssl_die ssl_asn1_ ssl_mutex_ ssl_config_ ssl_expr_ bio_filter_ modssl_ ssl_ext_ ssl_cleanup_ ssl_pphrase_
		ssl_tmp_ stapling_ ssl_rand_ ssl_add_version ssl_is_https ssl_proxy_enable ssl_filter_
	`,
	'mod_md.so': 'md_',
	'mod_rewrite.so': `
		rewrite_ hook_uri2file hook_fixup apply_rewrite_ lookup_map do_expand lookup_variable fully_qualify_uri
		splitout_queryargs reduce_uri handler_redirect$ subst_prefix_path rewritelog
	`,
	'mod_dav.so': 'dav_',
	'mod_dav_fs.so': 'dav_fs_ dav_lock_fs dav_propdb_fs',
	'mod_dav_lock.so': 'dav_generic_',
	'mod_ldap.so': 'util_ldap_ uldap_ util_ald_',
	'mod_authnz_ldap.so': 'authn_ldap_ authnz_ldap_ authn_ldap ldapuser_ ldapgroup_ auth_ldap_ mod_auth_ldap',
	'mod_lua.so': 'ap_lua_ lua_handler lua_map_ lua_output_ lua_request_ req_parsebody ap_lua',
	'mod_cache.so': 'cache_ ap_cache_',
	'mod_cache_disk.so': 'disk_cache_',
	'mod_cache_socache.so': 'cache_socache_ socache_precommit',
	'mod_socache_shmcb.so': 'shmcb_ socache_shmcb_',
	'mod_socache_memcache.so': 'socache_mc_',
	'mod_slotmem_shm.so': 'slotmem_',
	'mod_session.so': 'ap_session_ session_',
	'mod_session_crypto.so': 'session_crypto_',
	'mod_session_cookie.so': 'session_cookie_',
	'mod_session_dbd.so': 'session_dbd_',
	'mod_deflate.so': 'deflate_ inflate_out_filter consume_zlib_flags',
	'mod_brotli.so': 'brotli_',
	'mod_include.so': `
		includes_ include_ handle_include handle_exec handle_echo handle_set ssi_ send_parsed_content get_include_var
		spool_ ap_ssi_ parse_expr$
	`,
	'mod_cgi.so': 'cgi_ run_cgi_child log_scripterror',
	'mod_cgid.so': 'cgid_ connect_to_daemon get_cgi_pid',
	'mod_status.so': 'status_',
	'mod_info.so': 'mod_info_ display_info',
	'mod_autoindex.so': 'autoindex_ index_directory handle_autoindex make_autoindex emit_head output_directories find_item',
	'mod_dir.so': 'dir_fixups fixup_dir fixup_dirindex fixup_dflt',
	'mod_alias.so': 'alias_ translate_alias_redir fixup_redir try_alias_list try_redirect',
	'mod_negotiation.so': `
		handle_map_file handle_multi do_negotiation negotiate_ best_match read_types_multi set_neg_headers
	`,
	'mod_actions.so': 'action_handler',
	'mod_headers.so': 'ap_headers_ do_headers_fixup do_one_header process_tags process_regexp',
	'mod_setenvif.so': 'match_headers setenvif_',
	'mod_expires.so': 'expires_ set_expiration_fields',
	'mod_mime.so': 'mime_ find_ct merge_mime_',
	'mod_mime_magic.so': 'magic_ mime_magic fsmagic softmagic ascmagic zmagic mget$',
	'mod_log_config.so': `
		multi_log_transaction config_log_transaction process_item log_header ap_default_log_writer
		ap_buffered_log_writer flush_log buffered_logs log_request_ log_remote_ log_bytes_ log_cookie log_header_
	`,
	'mod_log_forensic.so': 'log_before log_after forensic_',
	'mod_logio.so': 'logio_ ap_logio_ log_input_',
	'mod_dumpio.so': 'dumpio_',
	'mod_substitute.so': 'substitute_ do_pattmatch',
	'mod_sed.so': 'sed_',
	'mod_xml2enc.so': 'xml2enc_',
	'mod_ext_filter.so': 'ef_ ext_filter',
	'mod_charset_lite.so': 'xlate_',
	'mod_filter.so': 'filter_harness filter_lookup filter_init',
	'mod_ratelimit.so': 'rate_limit_',
	'mod_reqtimeout.so': 'reqtimeout_',
	'mod_remoteip.so': 'remoteip_',
	'mod_unique_id.so': 'gen_unique_id unique_id_',
	'mod_usertrack.so': 'spot_cookie usertrack_',
	'mod_userdir.so': 'translate_userdir userdir_',
	'mod_vhost_alias.so': 'mva_ vhost_alias_',
	'mod_speling.so': 'check_speling',
	'mod_macro.so': 'macro_ substitute_macro',
	'mod_watchdog.so': 'wd_',
	'mod_heartmonitor.so': 'hm_',
	'mod_heartbeat.so': 'hb_',
	'mod_dbd.so': 'ap_dbd_ dbd_construct dbd_setup dbd_acquire dbd_child_init',
	'mod_auth_digest.so': 'authenticate_digest_user digest_ check_nonce gen_client get_client',
	'mod_auth_basic.so': 'authenticate_basic_user hook_note_basic',
	'mod_auth_form.so': 'authenticate_form_',
	'mod_authn_socache.so': 'authn_cache_ ap_authn_cache_',
	'mod_authn_dbd.so': 'authn_dbd_',
	'mod_authz_core.so': 'authz_core_ authorize_user apply_authz_sections',
	'mod_authz_host.so': 'host_check_authorization ip_check_authorization forward_dns_',
	'mod_authz_groupfile.so': 'group_check_authorization groups_for_user',
};
