/*
 * A module that was built with OpenSSL 1.0 and signs its answers. Beside mod_ssl the dynamic linker gives it functions of
 * OpenSSL 3, which take the bytes behind its smaller structure for pointers of their own.
 */
#include "httpd.h"
#include "http_config.h"
#include "apr_strings.h"

#include "old_libcrypto.h"

struct signature {
	EVP_MD_CTX ctx;
	apr_time_t made;
	struct signature *next;
	char name[32];
};

__attribute__((noinline)) int sign_answer(request_rec *r)
{
	struct signature signature;
	int begun;

	signature.made = r->request_time;
	signature.next = NULL;
	apr_cpystrn(signature.name, "the signature of an answer", sizeof signature.name);
	EVP_MD_CTX_init(&signature.ctx);
	begun = EVP_DigestInit_ex(&signature.ctx, EVP_sha256(), NULL);
	apr_table_setn(r->headers_out, "Signed", begun ? "yes" : "no");
	return OK;
}

static int digest_handler(request_rec *r)
{
	volatile int answer;
	if (strcmp(r->uri, "/crash") != 0)
		return DECLINED;
	answer = sign_answer(r);
	return answer;
}

static void register_hooks(apr_pool_t *p)
{
	ap_hook_handler(digest_handler, NULL, NULL, APR_HOOK_MIDDLE);
}

AP_DECLARE_MODULE(lab_digest) = {STANDARD20_MODULE_STUFF, NULL, NULL, NULL, NULL, NULL, register_hooks};
