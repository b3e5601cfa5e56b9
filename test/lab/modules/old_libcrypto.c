/*
 * Stands in for a private copy of OpenSSL 1.0, whose symbols have no versions: some of its functions exist in OpenSSL 3
 * under the same names, and EVP_MD_CTX was a structure that its callers laid out themselves.
 */
#include <string.h>

#include "old_libcrypto.h"

void EVP_MD_CTX_init(EVP_MD_CTX *ctx)
{
	memset(ctx, 0, sizeof *ctx);
}

const EVP_MD *EVP_sha256(void)
{
	static const EVP_MD sha256 = {672, 32};
	return &sha256;
}

int EVP_DigestInit_ex(EVP_MD_CTX *ctx, const EVP_MD *type, void *engine)
{
	ctx->digest = type;
	ctx->engine = engine;
	return 1;
}
