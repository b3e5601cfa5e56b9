/*
 * A handler that calls itself without end. httpd's own handler of the signal needs stack, too, so that it cannot
 * place the core. For /crash the module works in the folder of the page, as language runtimes do, and the core falls
 * there; for /deep it does not, and there is none.
 */
#include <unistd.h>
#include "httpd.h"
#include "http_config.h"
#include "http_core.h"

__attribute__((noinline)) int expand_template(const char *text, int depth)
{
	volatile char line[512];
	line[0] = (char)depth;
	return expand_template(text, depth + 1) + line[0];
}

static int recurse_handler(request_rec *r)
{
	int in_place = strcmp(r->uri, "/crash") == 0;
	if (!in_place && strcmp(r->uri, "/deep") != 0)
		return DECLINED;
	if (in_place && chdir(ap_document_root(r)) != 0)
		return HTTP_INTERNAL_SERVER_ERROR;
	return expand_template(r->uri, 0) ? DONE : OK;
}

static void register_hooks(apr_pool_t *p)
{
	ap_hook_handler(recurse_handler, NULL, NULL, APR_HOOK_MIDDLE);
}

AP_DECLARE_MODULE(lab_recurse) = {STANDARD20_MODULE_STUFF, NULL, NULL, NULL, NULL, NULL, register_hooks};
