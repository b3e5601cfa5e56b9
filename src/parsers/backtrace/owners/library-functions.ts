import type { PrefixTable } from './prefix-table.ts';

/** Functions of libraries: what calls them is more likely to blame. */
export const libraryFunctions: PrefixTable = {
	libcrypto: `
		CRYPTO_ EVP_ BIO_ X509 ASN1_ RSA_ ERR_ OPENSSL_ ENGINE_ PEM_ BN_ DSA_ DH_ EC_ RAND_ OBJ_ AES_ SHA OCSP_ PKCS
		i2d_ d2i_ sk_ lh_ OPENSSL_sk OPENSSL_LH ossl_ OSSL_ CONF_ NCONF_ conf_modules DES_ UI_ ex_data drbg_
	`,
	libssl: 'SSL_ ssl3_ ssl23_ ssl2_ tls1_ dtls1_ SSL ssl_ statem_ state_machine read_state_machine write_state_machine',
	libpython: 'Py _Py PyEval initsite load_source fast_function ext_do_call new_threadstate wrapperdescr cfunction_',
	libperl: 'Perl_ PerlIO S_ perl_ PerlProc XS_UNIVERSAL',
	libruby: 'rb_ ruby_ vm_ gc_mark',
	liblua: 'lua_ luaL_ luaV_ luaD_ luaG_ luaH_ luaC_ luaS_ lj_',
	libpcre: 'pcre_ pcre2_ pcre16 match$ internal_exec sljit_ jit_machine_stack',
	libxml2: 'xml html xslt xsl',
	libexpat: 'XML_ doProlog doContent externalEntity contentProcessor prologProcessor',
	libz: 'inflate deflate gz crc32 adler32',
	libldap: 'ldap_ ldap_int_ ldap_pvt_ ber_ nsldapi ldapssl',
	libnss: '_nss_ __nss_ nss_ NSS_ NSS PK11_ SECMOD_ PR_ SEC_ sftk_ NSC_',
	libsqlite3: 'sqlite3',
	libmysqlclient: 'mysql_ vio_ end_server mthd_ free_root alloc_root',
	libpq: 'PQ pg_',
	libcurl: 'curl_ Curl_',
	libnghttp2: 'nghttp2_ session_close_stream session_process inbound_frame ob_q_',
	libsvn: 'svn_',
	libjansson: 'json_',
	libcjose: 'cjose_',
	liblasso: 'lasso_ xmlSec',
	libgssapi_krb5: 'gss_ krb5_ krb5int_ gssint_ profile_',
	libdb: '__db_ __bam_ __memp_ __env_ __dbc_ __lock_ __log_',
	libresolv: 'res_ __res_ __libc_res _nss_dns gaih_ getaddrinfo __GI_getaddrinfo',
	libMagickCore: 'Magick AcquireImage DestroyImage ReadImage AcquireMagick MagickCore OpenPixelCache',
	libicu: 'icu_ ucnv_ uprv_',
	libclntsh: 'OCI',
	libmodsecurity: 'modsecurity::',
};
