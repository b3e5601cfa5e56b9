import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { account } from './accounts.ts';
import { isMissing } from '../program.ts';
import { type Apache, configureApache } from './apache.ts';
import { unavailable } from './availability.ts';
import { type Drill, drillIn } from './drilling.ts';
import { type Ledger, openLedger } from './ledger.ts';
import { allProcesses } from './processes.ts';
import { semaphoreSets } from './semaphores.ts';
import { until } from './wait.ts';

/** Accounts that nothing else on a test machine runs as. */
const user = 'news';
const otherUser = 'uucp';
const words = 'break the test server\n';
const because = unavailable(['root', 'apache2', 'ipcs']);

let home: string;
const ledgers: Ledger[] = [];
const drills: Drill[] = [];

beforeEach(() => {
	home = mkdtempSync(join(tmpdir(), 'httpd-medic-drilled-'));
	// The children of httpd pass through it.
	chmodSync(home, 0o755);
});
afterEach(async () => {
	for (const drill of drills.splice(0)) await drill.end('SIGTERM');
	for (const ledger of ledgers.splice(0)) ledger.close();
	rmSync(home, { recursive: true });
});

function drill(...words: readonly string[]): Drill {
	const started = drillIn(home, ['--user', user, '--plain', ...words]);
	drills.push(started);
	return started;
}

async function serverOf(account: string): Promise<Apache> {
	const ledger = openLedger('drill');
	ledgers.push(ledger);
	const apache = await configureApache(ledger, {
		...{ mpm: 'prefork', listens: 2, user: account },
		directives: () => ['Mutex sysvsem default'],
	});
	await apache.start();
	return apache;
}

interface Recorded {
	readonly type: string;
	readonly command?: string;
	readonly [field: string]: unknown;
}

/** Events of each session, the oldest session first. */
function journals(): readonly (readonly Recorded[])[] {
	const base = join(home, 'httpd-medic');
	const sessions = readdirSync(home).includes('httpd-medic') ? readdirSync(base).filter((name) => /^\d{8}-/.test(name)) : [];
	return sessions.sort().map((id) => {
		const lines = readFileSync(join(base, id, 'journal.jsonl'), 'utf8')
			.trimEnd()
			.split('\n');
		return lines.map((line) => (JSON.parse(line) as { event: Recorded }).event);
	});
}

const folders = () => readdirSync(home).filter((name) => name.startsWith('httpd-medic-drill-'));
const sets = (name = user) => semaphoreSets().flatMap(({ id, ownerUid }) => (ownerUid === account(name).uid ? [id] : []));
/** Of the server of a drill, and of no other. */
const servers = () =>
	allProcesses().filter(({ program, argv }) => program === 'apache2' && argv.some((word) => word.startsWith(home)));

function expectNothingLeft(): void {
	expect({ folders: folders(), sets: sets(), servers: servers() }).toEqual({ folders: [], sets: [], servers: [] });
}

describe.skipIf(isMissing || because !== null)('httpd-medic drill', () => {
	it('does nothing without the words', async () => {
		const ran = await drill().type('break the test server please\n').leave();
		expect(ran.code).toBe(6);
		expect(ran.text).toContain('TEST MACHINE');
		expect(ran.text).toContain('Nothing was done');
		expect(journals()).toEqual([]);
		expectNothingLeft();
	});

	it('breaks a server of its own, opens the wizard on it, and removes it', async () => {
		const running = drill().type(words);
		await running.shows(/Ready/);
		expect(folders()).toHaveLength(1);
		// Which symptom it is: the first is proposed.
		await running.shows(/What now/);
		const ran = await running.type('1\n').leave();
		expect(ran.text).toContain('the accept mutex was gone (AH00144');
		expect(ran.text).toContain('Nothing of the drill is left.');
		expectNothingLeft();
		const [events = []] = journals();
		const types = events.map(({ type }) => type);
		expect(types.slice(0, 3)).toEqual(['session-started', 'consented', 'drill-started']);
		expect(events[1]).toMatchObject({ to: 'drill', risk: 'mutating' });
		expect(events.at(-1)).toMatchObject({ type: 'drill-ended', leftovers: [] });
		// Each command is shown before it runs, and written down before and after.
		const commands = events.flatMap(({ type, command }) => (type === 'drill-command-started' ? [command ?? ''] : []));
		expect(commands.filter((command) => command.startsWith('ipcrm -s '))).toHaveLength(1);
		for (const command of commands) expect(ran.text).toContain(command);
		expect(types.filter((type) => type === 'drill-command-finished')).toHaveLength(commands.length);
	});

	it('ends beside a server of the same account, with nothing done', async () => {
		const apache = await serverOf(user);
		const own = apache.semaphores();
		const ran = await drill().type(words).leave();
		expect(ran.code).not.toBe(0);
		expect(ran.text).toContain(`an httpd runs here (process ${apache.parentPid()})`);
		expect(sets()).toEqual(own);
		expect(journals()).toEqual([]);
		expect(await apache.get()).toEqual({ status: 200 });
	});

	it('touches nothing of a server of another account', async () => {
		const apache = await serverOf(otherUser);
		const own = apache.semaphores();
		const running = drill().type(words);
		await running.shows(/What now/);
		const ran = await running.leave();
		expect(ran.text).toContain(`Another httpd runs here (process ${apache.parentPid()})`);
		expect(sets(otherUser)).toEqual(own);
		expect(own.length).toBeGreaterThan(0);
		expect(await apache.get()).toEqual({ status: 200 });
		expectNothingLeft();
	});

	it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('takes everything back on %s while the server is started', async (name) => {
		const running = drill().type(words);
		await running.shows(/\$ .* -k start/);
		const ran = await running.end(name);
		expect(ran.code).toBe(130);
		expect(ran.text).toContain('Nothing of the drill is left.');
		expect(journals().at(-1)?.at(-1)).toMatchObject({ type: 'drill-ended', leftovers: [] });
		expectNothingLeft();
	});

	it('takes back what a killed drill has left', async () => {
		const killed = drill().type(words);
		await killed.shows(/\$ .* -k start/);
		await until('its server runs', () => servers().length > 2);
		await killed.end('SIGKILL');
		const [left = 'none'] = folders();
		const running = drill().type(words);
		await running.shows(/What now/);
		const ran = await running.leave();
		expect(ran.text).toContain(`has left ${join(home, left)} behind`);
		expectNothingLeft();
		expect(journals().map((events) => events.at(-1)?.type)).toEqual(['drill-ended', 'drill-ended']);
	});

	it('says what it needs', async () => {
		const ran = await drill('--httpd', '/bin/no-such-httpd').leave();
		expect(ran.code).toBe(5);
		expect(ran.text).toContain('install apache2');
		const other = await drill('--user', 'root').leave();
		expect(other.text).toContain('ordinary account; "root" is none');
		expectNothingLeft();
	});
});
