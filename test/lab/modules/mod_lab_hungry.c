/* A handler that takes memory from its pool, a mebibyte at a time, until there is none. */
#include <string.h>
#include "httpd.h"
#include "http_config.h"

__attribute__((noinline)) int collect_rows(apr_pool_t *pool)
{
	for (;;)
		memset(apr_palloc(pool, 1024 * 1024), 1, 1024 * 1024);
	return OK;
}

static int hungry_handler(request_rec *r)
{
	return strcmp(r->uri, "/crash") == 0 ? collect_rows(r->pool) : DECLINED;
}

static void register_hooks(apr_pool_t *p)
{
	ap_hook_handler(hungry_handler, NULL, NULL, APR_HOOK_MIDDLE);
}

AP_DECLARE_MODULE(lab_hungry) = {STANDARD20_MODULE_STUFF, NULL, NULL, NULL, NULL, NULL, register_hooks};
