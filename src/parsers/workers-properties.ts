import { factParser, reading } from './fact-parser.ts';
import { deprecatedDirectives, workerDirectives } from './jk-directives.ts';
import { type JkProperty, jkProperties } from './jk-properties.ts';
import { jkWorkers, membersOf, namesIn, referencedWorkers, type Worker } from './jk-workers.ts';
import { firstLinesOf, linesOf, shareOf } from './lines.ts';

const line = /^(?:JkWorkerProperty\s+"?)?(?:worker\.[\w.-]+|workers\.\w+|ps)\s*=/;

const linesIn = (some: readonly (JkProperty | undefined)[]): readonly number[] => some.flatMap((each) => each?.lines ?? []);
const lineOfWorker = (worker: Worker | undefined): readonly number[] => linesIn([...(worker?.values() ?? [])]);

/** A worker as it may be told: whatever its secret is, it stays out. */
function describe(worker: Worker) {
	const port = worker.get('port')?.value;
	return {
		type: worker.get('type')?.value ?? null,
		host: worker.get('host')?.value ?? null,
		// mod_jk reads the digits at the beginning.
		port: port === undefined ? null : /^\d/.test(port) ? Number.parseInt(port, 10) : port,
	};
}

const talks = (worker: Worker): boolean =>
	/^ajp1[234]$/i.test(worker.get('type')?.value ?? 'ajp13') && membersOf(worker) === undefined;

/** Workers of mod_jk. */
export const workersPropertiesParser = factParser({
	format: 'workers-properties',
	namespace: 'workers',
	facts: {
		workerList: ['list', 'Names in worker.list: only these can be mounted'],
		workers: ['map', 'Workers with properties as {name: {type, host, port}}; null where not set, then localhost and 8009 hold'],
		balanced: ['map', 'Members of load balancers as {name: [members]}'],
		hasSecret: ['bool', 'Some worker has a secret'],
		workersWithSecret: ['list', 'Names of the workers that have a secret'],
		workersWithoutHost: ['list', 'AJP workers without a host: mod_jk takes localhost'],
		unknownDirectives: ['list', 'Properties that mod_jk does not know: they stop httpd at its start'],
		deprecatedDirectives: ['list', 'Properties under an outdated name'],
		unlisted: ['list', 'Workers that are neither listed nor members of a balancer nor referred to'],
		undefinedMembers: ['list', 'Members of a balancer without any property'],
		maintainSeconds: ['int', 'worker.maintain, in seconds'],
		continuedLines: ['int', 'Lines that end with a backslash, which mod_jk does not take as a continuation'],
	},
	resemblance: (text) => {
		const lines = firstLinesOf(text).filter((each) => !/^\s*#/.test(each.text));
		return shareOf(lines, (each) => line.test(each));
	},
	read: ({ text }) => {
		const { properties, continued } = jkProperties(linesOf(text));
		const workers = jkWorkers(properties);
		const list = properties.get('worker.list');
		if (list === undefined && workers.size === 0) return { facts: {} };
		const listed = namesIn(list?.value);
		const balancers = [...workers].flatMap(([name, worker]) => {
			const members = membersOf(worker);
			return members ? [{ name, members: namesIn(members.value), lines: members.lines }] : [];
		});
		const members = balancers.flatMap((balancer) => balancer.members);
		const referenced = referencedWorkers(workers);
		const named = (test: (worker: Worker, name: string) => boolean) => {
			const found = [...workers].filter(([name, worker]) => test(worker, name));
			return reading(
				found.map(([name]) => name),
				found.flatMap(([, worker]) => lineOfWorker(worker)),
			);
		};
		const keyed = (test: (key: string) => boolean) => {
			const found = [...properties].filter(
				([name]) => /^worker\..+\..+$/.test(name) && test(name.slice(name.lastIndexOf('.') + 1)),
			);
			return reading(
				found.map(([name]) => name),
				linesIn(found.map(([, value]) => value)),
			);
		};
		const secrets = [...workers].filter(([, worker]) => worker.has('secret'));
		const secretLines = linesIn(secrets.map(([, worker]) => worker.get('secret')));
		const undefinedMembers = members.filter((name) => !workers.has(name));
		const maintain = properties.get('worker.maintain');
		return {
			facts: {
				workerList: reading(listed, list?.lines),
				workers: reading(
					Object.fromEntries([...workers].map(([name, worker]) => [name, describe(worker)])),
					[...workers.values()].flatMap(lineOfWorker),
				),
				balanced: reading(
					Object.fromEntries(balancers.map(({ name, members: names }) => [name, names])),
					balancers.flatMap(({ lines }) => lines),
				),
				hasSecret: reading(secrets.length > 0, secretLines),
				workersWithSecret: reading(
					secrets.map(([name]) => name),
					secretLines,
				),
				workersWithoutHost: named((worker, name) => talks(worker) && !worker.has('host') && !referenced.has(name)),
				unknownDirectives: keyed((key) => !workerDirectives.has(key) && !deprecatedDirectives.has(key)),
				deprecatedDirectives: keyed((key) => deprecatedDirectives.has(key)),
				unlisted: named((_worker, name) => ![...listed, ...members].includes(name) && !referenced.has(name)),
				undefinedMembers: reading(
					undefinedMembers,
					balancers
						.filter((balancer) => balancer.members.some((name) => undefinedMembers.includes(name)))
						.flatMap(({ lines }) => lines),
				),
				maintainSeconds: maintain && /^\d+$/.test(maintain.value) ? reading(Number(maintain.value), maintain.lines) : undefined,
				continuedLines: reading(continued.length, continued),
			},
		};
	},
});
