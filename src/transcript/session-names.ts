import type { JsonValue } from '../domain/index.ts';
import type { SessionState } from '../session/index.ts';

const userFacts = new Set([
	...['config.user', 'config.group', 'conf.user', 'conf.group', 'httpd.parentUser', 'httpd.childUser', 'account.users'],
	...['linger.users', 'logindLog.usersEnded', 'unit.user'],
]);
const hostFacts = new Set(['log.ajpBackends', 'jk.backends', 'workers.workers', 'conf.proxyAjp']);

/** Names of hosts and accounts that a session knows from its target and its facts. */
export function namesOf(state: SessionState): { readonly hosts: readonly string[]; readonly users: readonly string[] } {
	const facts = state.captured.flatMap((each) => each.facts);
	const title = state.start?.target.title ?? '';
	const [user, host] = title.includes('@') ? title.split('@', 2) : ['', title];
	const users = facts.filter((fact) => userFacts.has(fact.name)).flatMap((fact) => namesIn(fact.value));
	const hosts = facts
		.filter((fact) => hostFacts.has(fact.name))
		.flatMap((fact) => textsIn(fact.value))
		.map(hostIn);
	return {
		users: unique([user ?? '', ...users]),
		hosts: unique([host ?? '', ...hosts]).filter((name) => /^[\w-]+(?:\.[\w-]+)*$/.test(name) && /[a-z]/i.test(name)),
	};
}

/** Texts of a value; of a map its keys, for maps of accounts have names as keys. */
function namesIn(value: JsonValue): readonly string[] {
	if (typeof value === 'string') return [value];
	if (value === null || typeof value !== 'object') return [];
	return Array.isArray(value) ? value.flatMap((each: JsonValue) => namesIn(each)) : Object.keys(value);
}

function textsIn(value: JsonValue): readonly string[] {
	if (typeof value === 'string') return [value];
	if (value === null || typeof value !== 'object') return [];
	if (Array.isArray(value)) return value.flatMap((each: JsonValue) => textsIn(each));
	return Object.entries(value).flatMap(([key, each]) => (key === 'type' || key === 'file' ? [] : textsIn(each)));
}

/** The host of `HOST:PORT` or of a URL. */
function hostIn(text: string): string {
	return /^(?:[a-z]+:\/\/)?(?:[^@/]*@)?([^/:?#]+)/i.exec(text)?.[1] ?? '';
}

function unique(names: readonly string[]): readonly string[] {
	return [...new Set(names)].filter((name) => name !== '');
}
