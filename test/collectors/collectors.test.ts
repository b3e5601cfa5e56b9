import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectors, firstLook } from '../../src/collectors/index.ts';
import { describeRequest, type Hints, type JsonValue, noHints } from '../../src/domain/index.ts';
import { parsers } from '../../src/parsers/index.ts';

function planOf(id: string, facts: Readonly<Record<string, JsonValue>>, hints: Partial<Hints> = {}) {
	const collector = collectors.find((each) => each.id === id);
	if (!collector) throw new Error(`no collector ${id}`);
	return collector.plan((name) => facts[name], { ...noHints, ...hints });
}

function commandsOf(id: string, facts: Readonly<Record<string, JsonValue>>, hints: Partial<Hints> = {}): readonly string[] {
	const plan = planOf(id, facts, hints);
	return plan.kind === 'requests' ? plan.requests.map(describeRequest) : [`blocked: ${plan.because}`];
}

describe('every collector', () => {
	it('has a parser for its format, and a name of its own', () => {
		const formats = new Set(parsers.map((parser) => parser.format));
		expect(collectors.filter((each) => !formats.has(each.format)).map((each) => `${each.id}: ${each.format}`)).toEqual([]);
		expect(new Set(collectors.map((each) => each.id)).size).toBe(collectors.length);
	});

	it('needs only facts that some parser states', () => {
		const namespaces = new Set(parsers.map((parser) => parser.namespace));
		const unknown = collectors.flatMap((each) =>
			each.needs.filter((need) => !namespaces.has(need)).map((need) => `${each.id}: ${need}`),
		);
		expect(unknown).toEqual([]);
	});

	it('asks for nothing above its own risk, and always with a deadline and a cap', () => {
		const rank = { read: 0, intrusive: 1, mutating: 2 };
		for (const collector of collectors) {
			const plan = collector.plan(() => undefined, { ...noHints, httpd: '/usr/sbin/apache2', core: '/core', errorLog: '/log' });
			const requests = plan.kind === 'requests' ? plan.requests : [];
			for (const request of requests) {
				expect(rank[request.risk]).toBeLessThanOrEqual(rank[collector.risk]);
				expect(request.deadlineMs).toBeGreaterThan(0);
				expect(request.maxBytes).toBeGreaterThan(0);
			}
		}
	});

	it('plans without throwing, whatever the facts are', () => {
		const value = fc.oneof(
			fc.string(),
			fc.integer(),
			fc.boolean(),
			fc.constant(null),
			fc.array(fc.string()),
			fc.dictionary(fc.string(), fc.string()),
		);
		fc.assert(
			fc.property(fc.func(fc.option(value, { nil: undefined })), fc.constantFrom(...collectors), (lookup, collector) => {
				const plan = collector.plan((name) => lookup(name), noHints);
				expect(['requests', 'blocked']).toContain(plan.kind);
			}),
		);
	});
});

describe('the first look', () => {
	it('only reads and only names collectors that exist', () => {
		const first = firstLook({ ...noHints, core: '/c', httpd: '/h' }).map((id) => collectors.find((each) => each.id === id));
		expect(first.map((each) => each?.risk)).toEqual(first.map(() => 'read'));
	});

	it('begins with the core where core and executable were named: nothing takes longer than gdb', () => {
		expect(firstLook({ ...noHints, core: '/c', httpd: '/h' })).toContain('backtrace');
		expect(firstLook({ ...noHints, core: '/c' })).not.toContain('backtrace');
		expect(firstLook(noHints)).not.toContain('backtrace');
		expect(commandsOf('backtrace', {}, { core: '/c', httpd: '/h' })[0]).toMatch(/^gdb .*\/h \/c$/);
	});
});

describe('how httpd is asked', () => {
	it('goes through the control script for the stock server of Debian', () => {
		expect(commandsOf('httpd-version', { 'httpd.binary': '/usr/sbin/apache2' })).toEqual(['/usr/sbin/apache2ctl -V']);
	});

	it('names the configuration that the running server was started with', () => {
		const facts = {
			'httpd.binary': '/usr/sbin/apache2',
			'httpd.configFile': '/srv/a b/httpd.conf',
			'httpd.serverRootArg': '/srv',
		};
		expect(commandsOf('config-test', facts)).toEqual(["/usr/sbin/apache2 -d /srv -f '/srv/a b/httpd.conf' -t"]);
	});

	it('lets the hints of the operator win', () => {
		const facts = { 'httpd.binary': '/usr/sbin/httpd', 'httpd.configFile': '/etc/httpd/conf/httpd.conf' };
		expect(commandsOf('httpd-version', facts, { httpd: '/opt/httpd', config: '/opt/c' })).toEqual(['/opt/httpd -f /opt/c -V']);
	});
});

describe('the error log', () => {
	it('is read from its end, where the hint, the server or the distribution says', () => {
		expect(commandsOf('error-log', {}, { errorLog: '/l' })[0]).toMatch(/^tail -c \d+ \/l$/);
		expect(commandsOf('error-log', { 'config.mainErrorLog': '/var/log/x' })[0]).toMatch(/\/var\/log\/x$/);
		expect(commandsOf('error-log', { 'paths.entries': { '/var/log/httpd/error_log': {} } })[0]).toMatch(/error_log$/);
		expect(commandsOf('error-log', { 'config.mainErrorLog': 'logs/e', 'config.serverRoot': '/srv/' })[0]).toMatch(
			/ \/srv\/logs\/e$/,
		);
	});

	it('is not guessed where it goes to a program or to syslog', () => {
		expect(commandsOf('error-log', { 'config.mainErrorLog': '|/usr/bin/rotatelogs x' })[0]).toMatch(/^blocked/);
		expect(commandsOf('error-log', { 'config.mainErrorLog': 'syslog:local7' })[0]).toMatch(/^blocked/);
	});
});

describe('gdb', () => {
	const cores = [
		{ path: '/c/old', bytes: 10, modifiedAt: '2026-01-01T00:00:00' },
		{ path: '/c/new', bytes: 10, modifiedAt: '2026-02-01T00:00:00' },
		{ path: '/c/empty', bytes: 0, modifiedAt: '2026-03-01T00:00:00' },
	];

	it('reads the newest cores first, never an empty one, and runs nothing that a core or a user file brings', () => {
		const commands = commandsOf('backtrace', { 'cores.files': cores, 'httpd.binary': '/usr/sbin/apache2' });
		expect(commands.map((command) => command.split(' ').at(-1))).toEqual(['/c/new', '/c/old']);
		expect(commands[0]).toMatch(/^gdb -nx -nh -batch -iex 'set auto-load off'/);
	});

	it('is not attached to a live process without being asked for as intrusive', () => {
		const plan = planOf('live-backtrace', { 'httpd.childPids': [42] });
		expect(plan.kind === 'requests' && plan.requests.map((request) => request.risk)).toEqual(['intrusive']);
	});

	it('says what is missing when there is no core', () => {
		expect(commandsOf('backtrace', { 'httpd.binary': '/usr/sbin/apache2' })[0]).toMatch(/^blocked: no-core$/);
	});
});
