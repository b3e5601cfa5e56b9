/* A handler that gives the same memory back twice. */
#include <stdlib.h>
#include "httpd.h"
#include "http_config.h"

__attribute__((noinline)) void release_buffer(void *volatile buffer)
{
	free(buffer);
}

static int heap_handler(request_rec *r)
{
	void *buffer;
	if (strcmp(r->uri, "/crash") != 0)
		return DECLINED;
	buffer = malloc(200);
	release_buffer(buffer);
	release_buffer(buffer);
	return DONE;
}

static void register_hooks(apr_pool_t *p)
{
	ap_hook_handler(heap_handler, NULL, NULL, APR_HOOK_MIDDLE);
}

AP_DECLARE_MODULE(lab_heap) = {STANDARD20_MODULE_STUFF, NULL, NULL, NULL, NULL, NULL, register_hooks};
