const units = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB'] as const;

/** Bytes as a person says them: `512 bytes`, `1.4 GiB`. */
export function sizeOf(bytes: number): string {
	const power = bytes < 1024 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(bytes) / 10));
	return `${power === 0 ? bytes : (bytes / 1024 ** power).toFixed(1)} ${units[power]}`;
}
