import stringWidth from 'string-width';
import { asciiOf } from '../../domain/index.ts';

/** Standard output where nothing but ASCII may arrive: every character outside it gives way to one that takes its columns. */
export function asciiOutput(stdout: NodeJS.WriteStream): NodeJS.WriteStream {
	const real = stdout.write.bind(stdout) as (...all: readonly unknown[]) => boolean;
	const write = (chunk: unknown, ...rest: readonly unknown[]): boolean =>
		real(typeof chunk === 'string' ? asciiOf(chunk, stringWidth) : chunk, ...rest);
	return new Proxy(stdout, {
		get: (target, property) => {
			if (property === 'write') return write;
			const value: unknown = Reflect.get(target, property, target);
			return typeof value === 'function' ? value.bind(target) : value;
		},
	});
}
