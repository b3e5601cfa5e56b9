/** What a shared object is to a crash in httpd. */
export type ObjectKind = 'program' | 'runtime' | 'apr' | 'mpm' | 'library' | 'module';

const runtime =
	/^(?:libc|libpthread|libm|libdl|librt|libutil|libnsl|libthread|libthr|libgcc_s|libstdc\+\+|libc\+\+|libc\+\+abi|libcxxrt|libSystem|libsystem_\w+|libdispatch|dyld|libobjc|libobjc-trampolines|ld|ld-linux|ld-linux-[\w-]+|ld-musl-\w+|libc\.musl-\w+|linux-vdso|linux-gate|vdso|libmtmalloc|libumem|libjemalloc|libtcmalloc\w*|libmimalloc|libhoard|libsocket|libanl|ntdll|kernel32|kernelbase|msvcr\d*|msvcrt|ucrtbase|vcruntime\d*|libSegFault|libeatmydata|libfaketime\w*|libasan|libubsan|libtsan|vgpreload_\w+|libclang_rt\.\w+|mod_backtrace|mod_whatkilledus)(?=[-.\d]|$)/i;
const apr = /^lib(?:apr|aprutil|apr_util|apriconv)(?:[-_]?\d)?(?:-\d+)?(?=[-.]|$)/;
const mpm = /^(?:mod_mpm_\w+|libmpm_\w+)/;
const module =
	/^(?:mod_|mod-|mpm_itk|libmod_|libphp|php\d?(?:apache|ts)|ApacheMod|mod\w+_module|ngx_pagespeed|libapache2?-mod|libapache_mod)|^libnss_(?!files|dns|compat|hesiod|nis)/i;
/** Objects that other programs load as extensions: folders and names that only such files have. */
const extension =
	/\/(?:no-debug-[\w-]+|debug-(?:non-)?zts-\d+|php\d?(?:\.\d)?\/(?:extensions|modules|\d{8}[\w+-]*|lib\/php)|php[^/]*\/modules|extensions|\d{8}(?:-zts|\+lfs|-debug)*|auto\/.+|site-packages\/.+|dist-packages\/.+|lib-dynload|site_perl\/.+|vendor_perl\/.+|ext\/.+|gems\/.+|rubygems\/.+)\/?[^/]*$|\.cpython-|\.abi3\.so/;
const knownExtensions =
	/^(?:opcache|xdebug|apcu?|eaccelerator|xcache|ioncube_loader\w*|ZendGuardLoader|ZendOptimizer|ZendDebugger|ZendExtensionManager|newrelic|ddtrace\w*|ddappsec|tideways\w*|blackfire\w*|sqreen|suhosin\d?|memcached?|redis|igbinary|imagick|mongo|mongodb|mysqli?|mysqlnd|pdo\w*|oci8|intl|curl|soap|gd|imap|ldap|mbstring|mcrypt|openssl|xml\w*|xsl|zip|uopz|uuid|swoole|protobuf|grpc|sourceguardian|ixed\.[\w.]+|phalcon|snuffleupagus|xhprof|pcov|ssh2|geoip|maxminddb|tidy|gmp|ffi|phar|sqlite3?|pgsql|sqlsrv|ibm_db2|amqp|rdkafka|yaml|event|ev|_mysql|_psycopg|_imaging|DBI|mysql|Oracle|Pg|_dbi|vld|runkit\d?|bcompiler|zendoptimizer\w*)\.so$/i;

/** `mod_jk.so` for `/usr/lib/apache2/modules/mod_jk.so`; a version of a library (`libssl.so.3`) stays. */
export function objectName(path: string): string {
	const name = path.replaceAll('\\', '/').split('/').at(-1) ?? path;
	return name.replace(/\s*\(deleted\)$/, '');
}

/** Whether the path is one of httpd's own program, or another's, rather than of a shared object. */
function isProgram(name: string): boolean {
	return !/\.(?:so|dylib|dll|bundle|sl|pyd)\b/i.test(name) && !/^(?:lib|mod_|ld-|php\d?ts|php\d?apache|linux-)/.test(name);
}

export function isExtension(path: string): boolean {
	return extension.test(path) || knownExtensions.test(objectName(path));
}

export function isRuntimeObject(path: string | null): boolean {
	return path !== null && runtime.test(objectName(path));
}

export function objectKind(path: string): ObjectKind {
	const name = objectName(path);
	if (name.startsWith('[') || runtime.test(name)) return 'runtime';
	if (/^libhttpd/i.test(name)) return 'program';
	if (apr.test(name)) return 'apr';
	if (mpm.test(name)) return 'mpm';
	if (/^apr_(?:dbd|dbm|ldap|crypto)/.test(name)) return 'library';
	if (module.test(name) || isExtension(path)) return 'module';
	if (isProgram(name)) return 'program';
	// Libraries are named lib*, plug-ins are not.
	return name.startsWith('lib') && !/\/(?:apache2?|httpd)\/(?:modules|libexec)\//.test(path) ? 'library' : 'module';
}
