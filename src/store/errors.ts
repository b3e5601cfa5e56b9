/** The code of a system error, such as `EEXIST`; null for anything else that was thrown. */
export function errorCode(error: unknown): string | null {
	if (!(error instanceof Error) || !('code' in error)) return null;
	return typeof error.code === 'string' ? error.code : null;
}

export function errorText(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
