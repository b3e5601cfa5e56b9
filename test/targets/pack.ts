import { gzipSync } from 'node:zlib';
import { tarEnd, tarHeader, tarPadding } from '../../src/store/tar.ts';

/** Text files by their relative paths in a compressed archive, as `tar czf` makes it. */
export function packed(files: Readonly<Record<string, string>>, modifiedAt: number): Buffer {
	const parts = Object.entries(files).flatMap(([path, text]) => {
		const bytes = Buffer.from(text);
		return [tarHeader(path, bytes.length, modifiedAt), bytes, tarPadding(bytes.length)];
	});
	return gzipSync(Buffer.concat([...parts, tarEnd]));
}
