/** The code of a system or Node error, such as `ENOENT`; null for anything else that was thrown. */
export function errorCode(error: unknown): string | null {
	if (!(error instanceof Error) || !('code' in error)) return null;
	return typeof error.code === 'string' ? error.code : null;
}

/** What was thrown in its own words. */
export function errorText(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
