import { library, module, part, type SourceRule } from './source-rule.ts';

/** A whole file name without its ending: words of regular expressions, blank separated. */
function named(text: string, endings = 'c'): RegExp {
	return new RegExp(`^(?:${text.trim().split(/\s+/).join('|')})\\.(?:${endings})$`);
}

/** Owners by base name alone: builds inside the source tree record no directory. */
export const sourceNames: readonly SourceRule[] = [
	[named('prefork worker event mpm_winnt fdqueue mpm_fdqueue mpm_unix leader perchild'), part('mpm')],
	[named('h2_proxy_\\w+'), module('mod_proxy_http2.so')],
	[named('h2_\\w+', 'c|h'), module('mod_http2.so')],
	[named('ssl_(?:engine|util|scache|ct)\\w*'), module('mod_ssl.so')],
	[named('md_\\w+'), module('mod_md.so')],
	[named('jk_\\w+', 'c|h'), module('mod_jk.so')],
	[named('proxy_util'), module('mod_proxy.so')],
	[named('ajp_\\w+'), module('mod_proxy_ajp.so')],
	[named('util_ldap\\w*'), module('mod_ldap.so')],
	[named('cache_(?:util|storage|hash|pqueue|cache)'), module('mod_cache.so')],
	[named('lua_\\w+'), module('mod_lua.so')],
	[named('modperl_\\w+', 'c|h'), module('mod_perl.so')],
	[named('msc_\\w+ re(?:_\\w+)? apache2_\\w+ persist_dbm acmp libinjection_\\w+'), module('mod_security2.so')],
	[named('wsgi_\\w+'), module('mod_wsgi.so')],
	[named('fcgid_\\w+'), module('mod_fcgid.so')],
	[named('fcgi_\\w+'), module('mod_fastcgi.so')],
	[named('auth_mellon_\\w+', 'c|h'), module('mod_auth_mellon.so')],
	[named('svn_\\w+'), library('libsvn')],
	[named('(?:zend|php|sapi|spl|TSRM|SAPI)_?\\w* ZendAccelerator \\w+_arginfo', 'c|h|re|y|l'), module('libphp.so')],
	[named('(?:apr|apu)_\\w+'), part('apr')],
	[
		named(`otherchild thread_cond thread_mutex proc_mutex global_mutex sendrecv sockets sockaddr epoll kqueue pollcb thread readwrite
			filedup errorcodes tempdir`),
		part('apr'),
	],
	[
		named(`core config main request protocol connection log listen vhost scoreboard util\\w* http_\\w+ core_filters error_bucket
			eo[cr]_bucket byterange_filter chunk_filter mpm_common provider exports unixd buildmark ssl`),
		part('core'),
	],
	[
		named(`s3_\\w+ s2\\d_\\w+ t1_\\w+ d1_\\w+ ssl_(?:lib|sess|cert|ciph|rsa|asn1|err2?|init|conf|mcnf|stat|txt|algs) statem\\w*
			rec_layer_\\w+ extensions\\w*`),
		library('libssl'),
	],
	[
		named(`mem err ex_data threads_pthread p_lib evp_\\w+ e_aes x509_\\w+ x_\\w+ tasn_\\w+ a_\\w+ bio_lib b_sock bss_\\w+ stack lhash
			rsa_\\w+ bn_\\w+ md_rand rand_lib drbg_lib initthread provider_core context property o_init init eng_\\w+ conf_\\w+`),
		library('libcrypto'),
	],
	[
		named(
			`ceval pystate pythonrun pylifecycle object typeobject dictobject listobject abstract call import gcmodule methodobject
			funcobject frameobject classobject moduleobject obmalloc getargs`,
			'c|h',
		),
		library('libpython'),
	],
	[named('pp pp_hot pp_ctl pp_sys sv gv av hv mg perl run op perlio universal regexec regcomp scope toke'), library('libperl')],
	[
		named(
			`atomic_arch vg_(?:replace|preloaded)\\w* raise abort pthread_\\w+ libc-start libc_start_call_main malloc arena start exit cxa_\\w+ dl-\\w+
			strlen memcpy memmove strcmp vfprintf\\w* futex-internal lowlevellock clone sigaction assert libc_fatal fortify_fail
			stack_chk_fail poll select epoll_wait accept4? read write semop semtimedop waitpid wait4`,
			'c|h|S',
		),
		part('runtime'),
	],
	[/\.S$/, part('runtime')],
];
