/* A module that dies while httpd reads its configuration. */
#include "httpd.h"
#include "http_config.h"

__attribute__((noinline)) int load_table(const int *volatile table)
{
	return table[0];
}

static int start_post_config(apr_pool_t *pconf, apr_pool_t *plog, apr_pool_t *ptemp, server_rec *s)
{
	return load_table(NULL) ? OK : DONE;
}

static void register_hooks(apr_pool_t *p)
{
	ap_hook_post_config(start_post_config, NULL, NULL, APR_HOOK_MIDDLE);
}

AP_DECLARE_MODULE(lab_start) = {STANDARD20_MODULE_STUFF, NULL, NULL, NULL, NULL, NULL, register_hooks};
