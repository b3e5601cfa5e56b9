/* A handler whose assertion does not hold. */
#include <assert.h>
#include "httpd.h"
#include "http_config.h"

__attribute__((noinline)) void check_ticket(const char *ticket)
{
	assert(ticket != NULL && "every request carries a ticket");
}

static int abort_handler(request_rec *r)
{
	if (strcmp(r->uri, "/crash") != 0)
		return DECLINED;
	check_ticket(apr_table_get(r->headers_in, "X-Ticket"));
	return DONE;
}

static void register_hooks(apr_pool_t *p)
{
	ap_hook_handler(abort_handler, NULL, NULL, APR_HOOK_MIDDLE);
}

AP_DECLARE_MODULE(lab_abort) = {STANDARD20_MODULE_STUFF, NULL, NULL, NULL, NULL, NULL, register_hooks};
