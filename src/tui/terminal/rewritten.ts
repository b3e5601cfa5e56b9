/** An output that writes each text as `rewrite` gives it, and is otherwise the one that it stands for. */
export function rewritten(stdout: NodeJS.WriteStream, rewrite: (text: string) => string): NodeJS.WriteStream {
	const real = stdout.write.bind(stdout) as (...all: readonly unknown[]) => boolean;
	const write = (chunk: unknown, ...rest: readonly unknown[]): boolean =>
		real(typeof chunk === 'string' ? rewrite(chunk) : chunk, ...rest);
	return new Proxy(stdout, {
		get: (target, property) => {
			if (property === 'write') return write;
			const value: unknown = Reflect.get(target, property, target);
			return typeof value === 'function' ? value.bind(target) : value;
		},
	});
}
