import type { FunctionKind } from './function-kinds.ts';

/** Where a source file belongs: to a module or a library by its object's name, or to a part of httpd that is none. */
export type SourceOwner = { readonly kind: FunctionKind } | { readonly kind: 'module' | 'library'; readonly object: string };

type Rule = readonly [shape: RegExp, owner: SourceOwner | ((found: RegExpExecArray) => SourceOwner)];

const module = (object: string): SourceOwner => ({ kind: 'module', object });
const library = (object: string): SourceOwner => ({ kind: 'library', object });
const part = (kind: FunctionKind): SourceOwner => ({ kind });

/** The directory decides first, because base names repeat between projects. */
const directoryRules: readonly Rule[] = [
	[
		/(?:^|\/)(?:sysdeps|nptl|csu|libio)\/|^(?:\.\.?\/)*(?:malloc|stdlib|string|elf|iconv|debug|setjmp|signal|posix|socket|inet|nss|dlfcn)\/[\w-]+\.[chS]$|\/glibc-|\/libsanitizer\/|\/libgcc\/|\/libstdc\+\+-v3\/|\/musl-|\/lib\/libc\/|\/lib\/libthr\/|\/libexec\/rtld-elf\/|\bvg_(?:replace|preloaded)\w*\.c/,
		part('runtime'),
	],
	[
		/(?:^|\/)(?:memory\/unix|threadproc|locks|poll|network_io|file_io|tables|strings|passwd|random|shmem|mmap|dso|support\/unix|time\/unix|user|atomic|buckets|hooks|misc\/unix|encoding|ldap|dbm|dbd|dbd_|xml|memcache|redis|crypto|uri|xlate|strmatch|util-misc)\/(?:unix\/|unix-)?[\w/]*apr\w*\.c$|(?:^|\/)(?:memory|threadproc|locks|poll|network_io|file_io|mmap|dso|shmem|support|time|user)\/unix\/|(?:^|\/)misc\/(?:unix\/)?(?:otherchild|errorcodes|getopt|start|rand|version|env|charset|apr_\w+)\.c$|\/(?:apr|apr-util|srclib\/apr\w*)(?:-[\d.]+)?\//,
		part('apr'),
	],
	[/(?:^|\/)ext\/opcache\//, module('opcache.so')],
	[
		/(?:^|\/)(?:ext\/)?(xdebug|apcu?|suhosin\d?|imagick|memcached?|igbinary|newrelic|ddtrace|tideways|eaccelerator|xcache|mongodb?|snuffleupagus|uopz|phalcon|swoole|xhprof|blackfire|redis)(?:-[\d.]+\w*)?\/[\w./-]*\.(?:c|cc|cpp|h|re|l|y)$/i,
		([, name = '']) => module(`${name.toLowerCase()}.so`),
	],
	[
		/(?:^|\/)sapi\/(?:apache\w*|cgi|embed)\/|(?:^|\/)(?:Zend|TSRM)\/|(?:^|\/)php\d?(?:\.\d)?-[\d.]+|(?:^|\/)php-src\/|(?:^|\/)main\/(?:php_|SAPI|streams\/|main\.c|output\.c|snprintf|fopen_wrappers|network\.c|rfc1867)|(?:^|\/)ext\/(?:standard|date|pcre|spl|reflection|session|mysqlnd?|mysqli|pdo\w*|xml\w*|simplexml|dom|libxml|json|hash|curl|gd|mbstring|filter|ctype|tokenizer|soap|zip|zlib|openssl|ldap|imap|intl|iconv|exif|ftp|gettext|phar|sockets|pgsql|sqlite3?|oci8|odbc|mcrypt|bcmath|calendar|fileinfo|random|core|posix|readline|sysv\w+|tidy|wddx|xsl|com_dotnet|ereg|skeleton)\//,
		module('libphp.so'),
	],
	[/(?:^|\/)mod_dav_svn\//, module('mod_dav_svn.so')],
	[/(?:^|\/)mod_authz_svn\//, module('mod_authz_svn.so')],
	[/(?:^|\/)subversion\/(libsvn_\w+)\//, ([, name = '']) => library(`${name}-1.so`)],
	[/(?:^|\/)modules\/http2\/h2_proxy_|(?:^|\/)mod_proxy_http2\.c/, module('mod_proxy_http2.so')],
	[/(?:^|\/)(?:modules\/http2|mod_http2|mod_h2)\//, module('mod_http2.so')],
	[/(?:^|\/)modules\/ssl\//, module('mod_ssl.so')],
	[/(?:^|\/)modules\/md\//, module('mod_md.so')],
	[/(?:^|\/)modules\/lua\//, module('mod_lua.so')],
	[/(?:^|\/)modules\/dav\/main\/(?!mod_)/, module('mod_dav.so')],
	[/(?:^|\/)modules\/dav\/fs\//, module('mod_dav_fs.so')],
	[/(?:^|\/)modules\/dav\/lock\//, module('mod_dav_lock.so')],
	[/(?:^|\/)modules\/ldap\//, module('mod_ldap.so')],
	[/(?:^|\/)modules\/perl\/|\/mod_perl-/, module('mod_perl.so')],
	[/(?:^|\/)server\/mpm\/|(?:^|\/)mpm\/(?:prefork|worker|event|winnt)\//, part('mpm')],
	[/(?:^|\/)mpm[_-]itk/, module('mpm_itk.so')],
	[
		/(?:^|\/)(?:crypto\/(?:[\w/]+\/)?\w+\.c$|providers\/)|\/openssl[\w.-]*\/|(?:^|\/)ssl\/(?:statem|record)\//,
		library('libcrypto'),
	],
	[/(?:^|\/)ssl\/(?!mod_|ssl_engine|ssl_util|ssl_scache|ssl_ct)\w+\.c$/, library('libssl')],
	[/(?:^|\/)(?:Python|Objects|Modules|Parser|Include)\/\w[\w/]*\.[ch]$|\/[Pp]ython-?[23]/, library('libpython')],
	[
		/\/perl-5|\/perl5\.|(?:^|\/)(?:pp|pp_hot|pp_ctl|pp_sys|sv|gv|av|hv|mg|perl|run|op|perlio|universal|regexec|regcomp|scope|toke|util_perl|perlmem|malloc_perl)\.c$/,
		library('libperl'),
	],
	[/(?:^|\/)(?:modules\/\w+\/)?(mod_\w+)\.(?:c|cc|cpp|cxx)$/, ([, name = '']) => moduleOfFile(name)],
	[/(?:^|\/)server\/[\w./]+\.[ch]$|(?:^|\/)modules\/http\/|(?:^|\/)os\/unix\//, part('core')],
	[
		/(?:^|\/)(mod[_-]\w+?)(?:[-_]?v?\d[\w.+~-]*)?\/(?:.*\/)?[\w.-]+\.(?:c|cc|cpp|cxx|h|hpp)$/,
		([, name = '']) => moduleOfFile(name.replace('-', '_')),
	],
	[/\/[Pp]assenger[\w.-]*\//, module('mod_passenger.so')],
	[/(?:^|\/)net\/instaweb\/|(?:^|\/)pagespeed\//, module('mod_pagespeed.so')],
	[/(?:^|\/)[Mm]od[Ss]ecurity[\w.-]*\/apache2\//, module('mod_security2.so')],
	[/(?:^|\/)[Mm]od[Ss]ecurity[\w.-]*\/src\//, library('libmodsecurity.so')],
	[/\/tomcat-connectors|(?:^|\/)native\/(?:common|apache-2\.0)\//, module('mod_jk.so')],
	[/(?:^|\/)(\w+)\.xs$/, ([, name = '']) => module(`${name}.so`)],
];

/** Names of files whose module is called otherwise. */
const otherNames: Readonly<Record<string, string>> = {
	mod_security2: 'mod_security2.so',
	mod_php: 'libphp.so',
	mod_php4: 'libphp4.so',
	mod_php5: 'libphp5.so',
	mod_php7: 'libphp7.so',
	mod_h2: 'mod_http2.so',
	mod_itk: 'mpm_itk.so',
	mod_apache: 'mod_shib_24.so',
	mod_authnz_ldap: 'mod_authnz_ldap.so',
};
const coreFiles: ReadonlySet<string> = new Set(['mod_so', 'mod_core', 'mod_unixd', 'mod_watchdog']);

function moduleOfFile(name: string): SourceOwner {
	if (coreFiles.has(name)) return part('core');
	return module(otherNames[name] ?? `${name}.so`);
}

const baseRules: readonly Rule[] = [
	[/^(?:prefork|worker|event|mpm_winnt|fdqueue|mpm_fdqueue|mpm_unix|leader|threadpool|perchild|child|netware)\.c$/, part('mpm')],
	[/^h2_proxy_\w+\.c$/, module('mod_proxy_http2.so')],
	[/^h2_\w+\.[ch]$/, module('mod_http2.so')],
	[/^ssl_(?:engine|util|scache|ct)\w*\.c$/, module('mod_ssl.so')],
	[/^md_\w+\.c$/, module('mod_md.so')],
	[/^jk_\w+\.[ch]$/, module('mod_jk.so')],
	[/^proxy_util\.c$/, module('mod_proxy.so')],
	[/^ajp_\w+\.c$/, module('mod_proxy_ajp.so')],
	[/^util_ldap\w*\.c$/, module('mod_ldap.so')],
	[/^cache_(?:util|storage|hash|pqueue|cache)\.c$/, module('mod_cache.so')],
	[/^lua_\w+\.c$/, module('mod_lua.so')],
	[/^modperl_\w+\.[ch]$/, module('mod_perl.so')],
	[/^(?:msc_\w+|re(?:_\w+)?|apache2_\w+|persist_dbm|acmp|libinjection_\w+)\.c$/, module('mod_security2.so')],
	[/^wsgi_\w+\.c$/, module('mod_wsgi.so')],
	[/^fcgid_\w+\.c$/, module('mod_fcgid.so')],
	[/^fcgi_\w+\.c$/, module('mod_fastcgi.so')],
	[/^(?:zend|php|sapi|spl|TSRM|SAPI)_?\w*\.(?:c|h|re|y|l)$|^\w+_arginfo\.h$|^(?:ZendAccelerator)\.c$/, module('libphp.so')],
	[/^(?:apr|apu)_\w+\.c$/, part('apr')],
	[
		/^(?:otherchild|thread_cond|thread_mutex|proc_mutex|global_mutex|sendrecv|sockets|sockaddr|epoll|kqueue|pollcb|thread|readwrite|filedup|errorcodes|tempdir)\.c$/,
		part('apr'),
	],
	[
		/^(?:core|config|main|request|protocol|connection|log|listen|vhost|scoreboard|util\w*|http_\w+|core_filters|error_bucket|eo[cr]_bucket|byterange_filter|chunk_filter|mpm_common|provider|gen_test_char|exports|unixd|util_expr\w+|buildmark|ssl)\.c$/,
		part('core'),
	],
	[
		/^(?:s3_\w+|s2\d_\w+|t1_\w+|d1_\w+|ssl_(?:lib|sess|cert|ciph|rsa|asn1|err2?|init|conf|mcnf|stat|txt|algs)|statem\w*|rec_layer_\w+|extensions\w*)\.c$/,
		library('libssl'),
	],
	[
		/^(?:mem|err|ex_data|threads_pthread|p_lib|evp_\w+|e_aes|x509_\w+|x_\w+|tasn_\w+|a_\w+|bio_lib|b_sock|bss_\w+|stack|lhash|rsa_\w+|bn_\w+|md_rand|rand_lib|drbg_lib|initthread|provider_core|context|property|o_init|init|eng_\w+|conf_\w+)\.c$/,
		library('libcrypto'),
	],
	[
		/^(?:ceval|pystate|pythonrun|pylifecycle|object|typeobject|dictobject|listobject|abstract|call|import|gcmodule|methodobject|funcobject|frameobject|classobject|moduleobject|obmalloc|getargs)\.[ch]$/,
		library('libpython'),
	],
	[
		/\.S$|^(?:raise|abort|pthread_\w+|libc-start|libc_start_call_main|malloc|arena|start|exit|cxa_\w+|dl-\w+|strlen|memcpy|memmove|strcmp|vfprintf\w*|futex-internal|lowlevellock|clone|sigaction|assert|libc_fatal|fortify_fail|stack_chk_fail|poll|select|epoll_wait|accept4?|read|write|semop|semtimedop|waitpid|wait4)\.[chS]$/,
		part('runtime'),
	],
];

function resolve(rules: readonly Rule[], text: string): SourceOwner | undefined {
	for (const [shape, owner] of rules) {
		const found = shape.exec(text);
		if (found) return typeof owner === 'function' ? owner(found) : owner;
	}
	return undefined;
}

/** Who owns a source file, by its directories and then by its name; undefined for a file of an unknown project. */
export function sourceOwner(path: string): SourceOwner | undefined {
	const plain = path.replaceAll('\\', '/');
	return resolve(directoryRules, plain) ?? resolve(baseRules, plain.split('/').at(-1) ?? plain);
}
