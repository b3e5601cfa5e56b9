import type { PrefixTable } from './prefix-table.ts';

/** Functions of modules of other projects. */
export const thirdPartyFunctions: PrefixTable = {
	'mod_jk.so': `
		jk_ wc_ uri_worker_map map_uri_to_worker init_jk ajp_connection_ ajp_connect_ ajp_process_callback ajp_maintain
		ajp_pre_init nb_connect
	`,
	'mod_security2.so': `
		modsec_ modsecurity_ msre_ msc_ sec_audit_ sec_guardian libinjection_ multipart_ hook_request_early
		hook_request_late hook_log_transaction input_filter$ output_filter$ read_request_body perform_interception
		collections_remove_stale acmp_
	`,
	'mod_security3.so': 'msc_process msc_config hook_connection_early modsecurity:: store_tx_context',
	'mod_evasive.so': 'ntt_ access_checker_evasive is_whitelisted evasive_',
	'mod_qos.so': 'qos_',
	'mod_fcgid.so': 'fcgid_ procmgr_ proctable_ proc_spawn_process spawn_process handle_request_ipc mod_fcgid_',
	'mod_fastcgi.so': 'fcgi_ FCGI_',
	'mod_pagespeed.so': 'net_instaweb:: pagespeed:: instaweb_ mod_spdy::',
	'mod_auth_openidc.so': 'oidc_ _oidc_',
	'mod_auth_mellon.so': 'am_',
	'mod_auth_gssapi.so': 'mag_',
	'mod_auth_kerb.so': 'kerb_ authenticate_user_krb5 krb5_save_',
	'mod_auth_ntlm_winbind.so': 'winbind_ ntlm_',
	'mod_auth_cas.so': 'cas_ getCASCookie validCASTicket',
	'mod_authnz_pam.so': 'pam_authenticate_ pam_auth_account authnz_pam',
	'mod_authnz_external.so': 'authn_external_ exec_external extauth_',
	'mod_shib_24.so': 'shib_ ShibTarget htAccessControl AccessControl',
	'mod_nss.so': 'nss_init nss_hook_ nss_io_ nss_engine nss_AuthCertificate nspr_filter',
	'mod_gnutls.so': 'mgs_ mod_gnutls gnutls_do_handshake',
	'mod_ruid2.so': 'ruid_ ruid2_',
	'mpm_itk.so': 'itk_',
	'mod_cband.so': 'mod_cband cband_',
	'mod_bw.so': 'bw_ bw_filter',
	'mod_rpaf.so': 'rpaf_ change_remote_ip',
	'mod_cloudflare.so': 'cloudflare_',
	'mod_geoip.so': 'geoip_',
	'mod_maxminddb.so': 'maxminddb_ maxmind_',
	'mod_xsendfile.so': 'xsendfile_ ap_xsendfile',
	'mod_upload_progress.so': 'upload_progress_ track_upload_progress',
	'mod_manager.so': 'manager_ process_enable process_appl_cmd process_node_cmd loc_read_node',
	'mod_proxy_cluster.so': `
		proxy_cluster_ internal_find_best_byrequests update_workers_node remove_workers_node find_best_worker_cluster
		proxy_node_ add_workers_node
	`,
	'mod_advertise.so': 'ma_',
	'mod_dav_svn.so': 'dav_svn_ dav_svn__',
	'mod_authz_svn.so': 'authz_svn_ authz_svn__',
	'mod_dontdothat.so': 'dontdothat_',
	'mod_limitipconn.so': 'limitipconn_',
	'mod_tile.so': 'tile_ renderd_',
	'mod_mapcache.so': 'mod_mapcache mapcache_',
	'mod_wl.so': 'wl_ ap_proxy_wl',
	'mod_wl_24.so': 'wl24_',
	'mod_dispatcher.so': 'dispatcher_ disp_',
	'mod_lsapi.so': 'lsapi_',
	'mod_hostinglimits.so': 'hostinglimits_ modlve_',
	'mod_spdy.so': 'mod_spdy spdy_',
};
