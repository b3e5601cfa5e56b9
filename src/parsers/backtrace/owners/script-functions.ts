import type { PrefixTable } from './prefix-table.ts';

/** Functions of modules that run scripts, and of the extensions that scripts load. */
export const scriptFunctions: PrefixTable = {
	'libphp.so': `
		php_ zend_ _zend_ zif_ zim_ ZEND_ _php_ sapi_ tsrm_ ts_resource ts_free ts_allocate _emalloc _efree _erealloc
		_ecalloc _estrdup _estrndup _safe_emalloc _zval_ zval_ execute_ex smart_str spl_ compile_file compile_string
		lex_scan open_file_for_scanning _object_ object_init rc_dtor_func gc_possible_root gc_zval_ gc_collect zif
		module_destructor module_registry safe_emalloc add_assoc_ user_shutdown_ timelib_ mysqlnd_ _mysqlnd
		pcre_get_compiled suhosin_patch list_entry_destructor plist_entry_destructor compile_filename gc_mark_
		gc_collect_white gc_scan i_zval_ cleanup_live_vars destroy_op_array destroy_zend_ convert_to_ _convert_
	`,
	'opcache.so': `
		accel_ zend_accel_ start_accel_ zend_jit_ zend_shared_ zend_persist zend_optimize zend_file_cache accelerator_
	`,
	'xdebug.so': 'xdebug_ zm_activate_xdebug zif_xdebug',
	'apc.so': 'apc_ my_apc zif_apc',
	'apcu.so': 'apcu_ zif_apcu',
	'suhosin.so': 'suhosin_',
	'eaccelerator.so': 'eaccelerator_ zif_eaccelerator',
	'xcache.so': 'xc_ xcache_',
	'newrelic.so': 'nr_ nro_ nrobj_ php_newrelic newrelic_',
	'ddtrace.so': 'ddtrace_ ddog_',
	'tideways.so': 'tideways_ tideways_xhprof',
	'blackfire.so': 'blackfire_',
	'imagick.so': 'php_imagick imagick_ zim_Imagick zim_imagick',
	'memcached.so': 'php_memc_ zim_Memcached zm_activate_memcached',
	'memcache.so': 'mmc_ zif_memcache',
	'redis.so': 'redis_ zim_Redis php_redis',
	'mongo.so': 'mongo_ zim_Mongo php_mongo',
	'mongodb.so': 'phongo_ mongoc_ bson_ php_phongo',
	'oci8.so': 'php_oci_ zif_oci oci_',
	'snuffleupagus.so': 'sp_',
	'mod_perl.so': 'modperl_ mpxs_ XS_Apache2_ XS_Apache__ XS_ModPerl_ XS_APR_ perl_handler perl_per_request',
	'DBI.so': 'XS_DBI_ dbih_ _dbi_state_lval dbi_ XS_DBD_',
	'mod_wsgi.so': 'wsgi_ newInterpreterObject Adapter_ Interpreter_',
	'mod_python.so': 'python_ MpConn_ MpRequest req_readline _conn_read mp_table PythonHandler',
	'mod_passenger.so': 'Passenger:: passenger_ Hooks:: oxt::',
	'mod_ruby.so': 'ruby_handler rb_apache_ mod_ruby',
	'mod_mono.so': 'mono_ modmono_',
};
