/* A module whose clean-up at the end of a child uses what is gone already. */
#include "httpd.h"
#include "http_config.h"

__attribute__((noinline)) apr_status_t close_pool_of_connections(void *data)
{
	volatile int *volatile gone = NULL;
	*gone = 0;
	return APR_SUCCESS;
}

static void exit_child_init(apr_pool_t *pchild, server_rec *s)
{
	apr_pool_cleanup_register(pchild, s, close_pool_of_connections, apr_pool_cleanup_null);
}

static void register_hooks(apr_pool_t *p)
{
	ap_hook_child_init(exit_child_init, NULL, NULL, APR_HOOK_MIDDLE);
}

AP_DECLARE_MODULE(lab_exit) = {STANDARD20_MODULE_STUFF, NULL, NULL, NULL, NULL, NULL, register_hooks};
