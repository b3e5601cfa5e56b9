/* The header of the same, as far as mod_lab_digest.c needs it. */
typedef struct {
	int type;
	int size;
} EVP_MD;

typedef struct {
	const EVP_MD *digest;
	void *engine;
	unsigned long flags;
	void *md_data;
	void *pctx;
	int (*update)(void *ctx, const void *data, unsigned long count);
} EVP_MD_CTX;

void EVP_MD_CTX_init(EVP_MD_CTX *ctx);
const EVP_MD *EVP_sha256(void);
int EVP_DigestInit_ex(EVP_MD_CTX *ctx, const EVP_MD *type, void *engine);
