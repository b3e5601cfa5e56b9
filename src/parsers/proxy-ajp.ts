import type { Directive } from './httpd-directives.ts';

/** A backend that mod_proxy_ajp is to reach. */
export interface AjpRoute {
	/** `ajp://host:port/path` without parameters. */
	readonly url: string;
	readonly hasSecret: boolean;
	readonly lines: readonly number[];
}

const routes = new Set(['proxypass', 'proxypassmatch', 'balancermember', 'rewriterule']);
const isSecret = (word: string): boolean => /^secret=./i.test(word);
const isAjp = (word: string): boolean => /^ajp:\/\//i.test(word);

/** The URL that ProxySet speaks of: named by itself or by the section around it. */
function urlOfProxySet({ args, sections }: Directive): string | undefined {
	return args.find(isAjp) ?? sections.findLast(({ kind, argument }) => kind === 'proxy' && isAjp(argument))?.argument;
}

const isSameWorker = (one: string, other: string): boolean => one.startsWith(other) || other.startsWith(one);

/** Every use of an ajp:// URL. Parameters are looked at for a secret, never kept. */
export function ajpRoutes(directives: readonly Directive[]): readonly AjpRoute[] {
	const secured = directives.filter(({ name, args }) => name === 'proxyset' && args.some(isSecret));
	return directives
		.filter(({ name }) => routes.has(name))
		.flatMap((directive) => {
			const url = directive.args.find(isAjp);
			if (url === undefined) return [];
			const setters = secured.filter((setter) => isSameWorker(urlOfProxySet(setter) ?? ' ', url));
			return [
				{
					url,
					hasSecret: directive.args.some(isSecret) || setters.length > 0,
					lines: [...directive.lines, ...setters.flatMap(({ lines }) => lines)],
				},
			];
		});
}
