import { afterEach, describe, expect, it } from 'vitest';
import { account } from './accounts.ts';
import { type Apache, configureApache, httpd } from './apache.ts';
import { unavailable } from './availability.ts';
import { type Ledger, openLedger } from './ledger.ts';
import { httpdsOf, signal } from './processes.ts';
import { semaphoreSets } from './semaphores.ts';
import { diagnosed } from './session.ts';
import { until } from './wait.ts';

/** An account that nothing else on a test machine runs as. */
const user = 'games';
const because = unavailable(['root', 'apache2', 'ipcs']);

const ledgers: Ledger[] = [];
afterEach(() => {
	for (const ledger of ledgers.splice(0)) ledger.close();
});

async function serverWithSemaphores(): Promise<Apache> {
	const ledger = openLedger('remedies');
	ledgers.push(ledger);
	const apache = await configureApache(ledger, { mpm: 'prefork', listens: 2, user, directives: () => ['Mutex sysvsem default'] });
	await apache.start();
	return apache;
}

/** The parent first, so that it makes no new children. Gives the sets that nobody owns any more. */
async function killed(apache: Apache): Promise<readonly number[]> {
	const sets = apache.semaphores();
	signal(apache.parentPid(), 'SIGKILL');
	await until('nothing is left of httpd', () => {
		for (const { pid } of httpdsOf(apache.config)) signal(pid, 'SIGKILL');
		return httpdsOf(apache.config).length === 0;
	});
	await apache.untilGone();
	return sets;
}

const hints = ({ config, errorLog }: Apache) => ({ httpd, config, errorLog });
const left = () => semaphoreSets().flatMap(({ id, ownerUid }) => (ownerUid === account(user).uid ? [id] : []));
const clean = ['orphaned-semaphores', 'remove-proved-orphans'] as const;

describe.skipIf(because !== null)('orphaned semaphores of a real server', () => {
	it('are removed when no server runs', async () => {
		const apache = await serverWithSemaphores();
		const sets = await killed(apache);
		expect(sets.length).toBeGreaterThan(0);
		const session = await diagnosed(hints(apache), 'will-not-start');
		expect(await session.apply(...clean)).toMatchObject({ state: 'applied', verified: 'confirmed' });
		expect(left()).toEqual([]);
	});

	it('are removed beside the sets of a server that was started later, which stay', async () => {
		const apache = await serverWithSemaphores();
		const orphans = [...(await killed(apache))];
		for (let times = 0; times < 3; times += 1) {
			await apache.start();
			orphans.push(...(await killed(apache)));
		}
		// The start of a process is told a second early at most, and a set as old as a server stays.
		const made = Math.max(...semaphoreSets().flatMap(({ id, changedAt }) => (orphans.includes(id) ? [changedAt] : [])));
		await until('the next second but one has begun', () => Date.now() / 1000 > made + 2.1);
		await apache.start();
		const live = apache.semaphores();
		const session = await diagnosed(hints(apache));
		const applied = await session.apply(...clean);
		expect(applied).toMatchObject({ state: 'applied', verified: 'confirmed' });
		// The kernel lists sets in the order of their slots, which are used again.
		expect(applied?.log.toSorted()).toEqual(orphans.map((id) => `done: ipcrm -s ${id}`).toSorted());
		expect(left()).toEqual(live);
		expect(await apache.get()).toEqual({ status: 200 });
	});

	it('are none while their server runs', async () => {
		const apache = await serverWithSemaphores();
		const live = apache.semaphores();
		const session = await diagnosed(hints(apache));
		await expect(session.apply(...clean)).rejects.toThrow('precondition');
		expect(left()).toEqual(live);
	});

	it('are not told while a child of the killed server goes on', async () => {
		const apache = await serverWithSemaphores();
		const live = apache.semaphores();
		const parent = apache.parentPid();
		signal(parent, 'SIGKILL');
		await until('the children are orphans', () =>
			httpdsOf(apache.config).every(({ pid, parentPid }) => pid !== parent && parentPid !== parent),
		);
		expect(httpdsOf(apache.config).length).toBeGreaterThan(0);
		const session = await diagnosed(hints(apache), 'will-not-start');
		// Either nothing is diagnosed that has this remedy, or the remedy does not hold.
		await expect(session.apply(...clean)).rejects.toThrow(/precondition|not possible at this step/);
		expect(left()).toEqual(live);
	});
});
