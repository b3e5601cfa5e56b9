import { beginningWith } from '../word-pattern.ts';
import { library, module, part, type SourceOwner, type SourceRule } from './source-rule.ts';

/** Files below a directory, given as a regular expression. */
function below(directory: string): RegExp {
	return new RegExp(`(?:^|/)(?:${directory})/`);
}

const words = (text: string): string => text.trim().split(/\s+/).join('|');

const runtimeFolders =
	words(`sysdeps nptl csu libio glibc-[^/]* libsanitizer libgcc libstdc\\+\\+-v3 musl-[^/]* mallocng lib/libc lib/libthr
	libexec/rtld-elf`);
const relativeRuntime = beginningWith(String.raw`
	(?:\.\.?/)*(?:malloc|stdlib|string|elf|iconv|debug|setjmp|signal|posix|socket|inet|nss|dlfcn)/[\w-]+\.[chS]$
`);
const aprFolders = words(`memory threadproc locks poll network_io file_io mmap dso shmem support time user random misc passwd`);
const aprFiles = new RegExp(
	String.raw`(?:^|/)(?:${words(`tables strings buckets hooks encoding atomic dbm dbd ldap xml memcache redis crypto uri xlate strmatch
		passwd random misc`)})/(?:unix/)?apr\w*\.c$|(?:^|/)misc/(?:otherchild|errorcodes|getopt|start|rand|version|env|charset)\.c$`,
);
const separateExtensions =
	words(`xdebug apcu? suhosin\\d? imagick memcached? igbinary newrelic ddtrace tideways eaccelerator xcache
	mongodb? snuffleupagus uopz phalcon swoole xhprof blackfire redis`);
const bundledExtensions =
	words(`standard date pcre spl reflection session mysqlnd? mysqli? pdo\\w* xml\\w* simplexml dom libxml json hash
	curl gd mbstring filter ctype tokenizer soap zip zlib openssl ldap imap intl iconv exif ftp gettext phar sockets pgsql sqlite\\d?
	oci8 odbc mcrypt bcmath calendar fileinfo random core posix readline sysv\\w+ tidy wddx xsl com_dotnet ereg skeleton`);
const phpFolders = words(`sapi/(?:apache\\w*|cgi|embed) Zend TSRM php-src php-?\\d?(?:\\.\\d)?-[\\d.]+[^/]* main/streams`);

/** Files whose module is called otherwise. */
const otherNames: Readonly<Record<string, string>> = {
	mod_php: 'libphp.so',
	mod_php4: 'libphp4.so',
	mod_php5: 'libphp5.so',
	mod_php7: 'libphp7.so',
	mod_h2: 'mod_http2.so',
	mod_itk: 'mpm_itk.so',
	mod_apache: 'mod_shib_24.so',
};
const coreFiles: ReadonlySet<string> = new Set(['mod_so', 'mod_core', 'mod_unixd', 'mod_watchdog']);

function moduleOfFile(file: string): SourceOwner {
	const name = file.replace('-', '_');
	return coreFiles.has(name) ? part('core') : module(otherNames[name] ?? `${name}.so`);
}

/** Directories decide first, because base names repeat between projects. */
export const sourceDirectories: readonly SourceRule[] = [
	[below(runtimeFolders), part('runtime')],
	[relativeRuntime, part('runtime')],
	[below(`(?:${aprFolders})/unix|apr(?:-util)?(?:-[\\d.]+)?|srclib/apr\\w*`), part('apr')],
	[aprFiles, part('apr')],
	[below('ext/opcache'), module('opcache.so')],
	[new RegExp(`(?:^|/)(?:ext/)?(${separateExtensions})(?:-[\\d.]+\\w*)?/`, 'i'), (name) => module(`${name.toLowerCase()}.so`)],
	[/\/pear\/temp\/(\w+)\//, (name) => module(`${name.toLowerCase()}.so`)],
	[/\/php-(?:pecl-)?(?!src|fpm|cgi|common)([a-z_]+)-\d/, (name) => module(`${name}.so`)],
	[below(phpFolders), module('libphp.so')],
	[below(`ext/(?:${bundledExtensions})`), module('libphp.so')],
	[/(?:^|\/)main\/(?:php_|SAPI|main\.c|output\.c|snprintf|fopen_wrappers|network\.c|rfc1867)/, module('libphp.so')],
	[below('mod_dav_svn'), module('mod_dav_svn.so')],
	[below('mod_authz_svn'), module('mod_authz_svn.so')],
	[/(?:^|\/)subversion\/(libsvn_\w+)\//, (name) => library(`${name}-1.so`)],
	[/(?:^|\/)modules\/http2\/h2_proxy_/, module('mod_proxy_http2.so')],
	[
		/(?:^|\/)modules\/(?:(?:http2|ssl|md|lua|dav|ldap|proxy|cache|filters|generators|mappers|aaa|session|loggers|metadata|slotmem|cluster|database|debugging|echo|examples|test|core|arch)\/)?(?:\w+\/)*(mod_\w+)\.c$/,
		moduleOfFile,
	],
	[below('modules/http2|mod_http2|mod_h2'), module('mod_http2.so')],
	[below('modules/ssl'), module('mod_ssl.so')],
	[below('modules/md'), module('mod_md.so')],
	[below('modules/lua'), module('mod_lua.so')],
	[below('modules/dav/fs'), module('mod_dav_fs.so')],
	[below('modules/dav/lock'), module('mod_dav_lock.so')],
	[below('modules/dav'), module('mod_dav.so')],
	[below('modules/ldap'), module('mod_ldap.so')],
	[below('modules/perl|mod_perl-[^/]*'), module('mod_perl.so')],
	[below('server/mpm|mpm/(?:prefork|worker|event|winnt)'), part('mpm')],
	[/(?:^|\/)mpm[_-]itk/, module('mpm_itk.so')],
	[below('openssl[^/]*|providers|ssl/(?:statem|record)'), library('libcrypto')],
	[/(?:^|\/)crypto\/(?:[\w/]+\/)?\w+\.c$/, library('libcrypto')],
	[/(?:^|\/)ssl\/(?!mod_|ssl_(?:engine|util|scache|ct))\w+\.c$/, library('libssl')],
	[below('[Pp]ython-?[23][^/]*'), library('libpython')],
	[/(?:^|\/)(?:Python|Objects|Modules|Parser|Include)\/\w[\w/]*\.[ch]$/, library('libpython')],
	[below('perl-?5[^/]*'), library('libperl')],
	[/(?:^|\/)(mod_\w+)\.(?:c|cc|cpp|cxx)$/, moduleOfFile],
	[below('server|modules/http|os/unix'), part('core')],
	[/(?:^|\/)(mod[_-]\w+?)(?:[-_]?v?\d[\w.+~-]*)?\/(?:.*\/)?[\w.-]+\.(?:c|cc|cpp|cxx|h|hpp)$/, moduleOfFile],
	[below('[Pp]assenger[^/]*'), module('mod_passenger.so')],
	[below('net/instaweb|pagespeed'), module('mod_pagespeed.so')],
	[below('[Mm]od[Ss]ecurity[^/]*/apache2'), module('mod_security2.so')],
	[below('[Mm]od[Ss]ecurity[^/]*/src'), library('libmodsecurity.so')],
	[below('tomcat-connectors[^/]*|native/(?:common|apache-2\\.0)'), module('mod_jk.so')],
	[/(?:^|\/)(\w+)\.xs$/, (name) => module(`${name}.so`)],
];
