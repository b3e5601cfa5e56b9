/* A handler that reads a mapped file behind its new end. */
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>
#include "httpd.h"
#include "http_config.h"

__attribute__((noinline)) int read_index(const volatile char *index)
{
	return index[0];
}

static int bus_handler(request_rec *r)
{
	char path[] = "/tmp/lab-index-XXXXXX";
	const char *index;
	int file;
	if (strcmp(r->uri, "/crash") != 0)
		return DECLINED;
	file = mkstemp(path);
	if (file < 0 || unlink(path) != 0 || ftruncate(file, 4096) != 0)
		return HTTP_INTERNAL_SERVER_ERROR;
	index = mmap(NULL, 4096, PROT_READ, MAP_SHARED, file, 0);
	if (index == MAP_FAILED || ftruncate(file, 0) != 0)
		return HTTP_INTERNAL_SERVER_ERROR;
	return read_index(index) ? DONE : OK;
}

static void register_hooks(apr_pool_t *p)
{
	ap_hook_handler(bus_handler, NULL, NULL, APR_HOOK_MIDDLE);
}

AP_DECLARE_MODULE(lab_bus) = {STANDARD20_MODULE_STUFF, NULL, NULL, NULL, NULL, NULL, register_hooks};
