/* A handler that reads through a null pointer, two calls below httpd. */
#include "httpd.h"
#include "http_config.h"

struct session {
	const char *user;
};

static __attribute__((noinline)) struct session *find_session(const char *cookie)
{
	__asm__ volatile("" : : "r"(cookie));
	return NULL;
}

__attribute__((noinline)) const char *session_user(request_rec *r)
{
	struct session *volatile found = find_session(apr_table_get(r->headers_in, "Cookie"));
	return found->user;
}

static int segv_handler(request_rec *r)
{
	if (strcmp(r->uri, "/crash") != 0)
		return DECLINED;
	r->user = (char *)session_user(r);
	return OK;
}

static void register_hooks(apr_pool_t *p)
{
	ap_hook_handler(segv_handler, NULL, NULL, APR_HOOK_MIDDLE);
}

AP_DECLARE_MODULE(lab_segv) = {STANDARD20_MODULE_STUFF, NULL, NULL, NULL, NULL, NULL, register_hooks};
