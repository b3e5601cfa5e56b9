import { chmodSync, chownSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Apache, ApacheSpec } from '../apache.ts';
import { configureApache } from '../apache.ts';
import type { Need } from '../availability.ts';
import type { Ledger } from '../ledger.ts';
import { mountOn } from '../mounts.ts';
import { makeNamespaces } from '../namespaces.ts';
import { ownModule } from '../own-module.ts';
import type { ScenarioDefinition } from '../scenario.ts';
import { scenarioOf } from '../standing.ts';
import { armCores, changeSetting, corePattern } from '../sysctl.ts';

interface Obstacle {
	/** Of the scenario, and of the diagnosis where that is not told. */
	readonly id: string;
	readonly diagnosis?: string;
	readonly title: string;
	readonly needs?: readonly Need[];
	readonly coreLimit?: string;
	/** Words before the start command; sets the limit above where not told. */
	readonly launcher?: (ledger: Ledger) => Promise<readonly string[]>;
	readonly directives?: ApacheSpec['directives'];
	/** Puts the obstacle in the way before httpd starts. */
	readonly before?: (ledger: Ledger, apache: Apache) => void;
	/** The same while it runs. */
	readonly whileRunning?: (apache: Apache) => void;
	/** What httpd says of the child. */
	readonly line?: RegExp;
}

const undumped = /AH00052: child pid \d+ exit signal Segmentation fault \(11\)/;

/** A child dies of a module of our own, and one thing keeps the kernel from writing its core. */
function noCore(obstacle: Obstacle): ScenarioDefinition {
	const { id, title, needs = [], coreLimit = 'unlimited', line = undumped } = obstacle;
	return {
		id,
		title,
		// Without a core nobody can say whose crash it was.
		expected: { verdict: 'diagnosed', diagnoses: [obstacle.diagnosis ?? id], also: ['child-killed-by-signal'] },
		needs: ['root', 'apache2', 'apxs', 'compiler', 'prlimit', 'cores', 'unlimitedCores', ...needs],
		bringUp: async (ledger) => {
			await armCores(ledger);
			const load = await ownModule(ledger, 'lab_segv');
			const apache = await configureApache(ledger, {
				mpm: 'prefork',
				launcher: (await obstacle.launcher?.(ledger)) ?? ['prlimit', `--core=${coreLimit}:${coreLimit}`],
				directives: (places) => [load, ...(obstacle.directives?.(places) ?? [`CoreDumpDirectory ${places.coreDirectory}`])],
			});
			obstacle.before?.(ledger, apache);
			await apache.start();
			obstacle.whileRunning?.(apache);
			await apache.get('/crash');
			await apache.waitForLog(line);
			return scenarioOf(apache, {
				signs: [{ file: apache.errorLog, matches: line }],
				notes: ['A child died and there is no core of it.'],
			});
		},
	};
}

/** Our own limits.conf, seen by our login alone: `su` has PAM set what it says before it runs the command. */
async function loginWithoutCores(ledger: Ledger): Promise<readonly string[]> {
	const file = join(ledger.scratch, 'limits.conf');
	writeFileSync(file, 'root - core 0\n');
	const { enter } = await makeNamespaces(ledger, `mount --bind ${file} /etc/security/limits.conf`);
	return [
		...enter,
		'prlimit',
		'--core=unlimited:unlimited',
		'su',
		'root',
		'--shell',
		'/bin/sh',
		'--command',
		'exec "$0" "$@"',
		'--',
	];
}

export const noCores: readonly ScenarioDefinition[] = [
	noCore({ id: 'core-limit-zero', title: 'No core: the limit on its size is zero', coreLimit: '0' }),
	noCore({
		id: 'core-limit-truncates',
		diagnosis: 'core-limit-zero',
		title: 'No usable core: the limit on its size cuts it off',
		coreLimit: '65536',
		line: /AH00051: child pid \d+ exit signal Segmentation fault \(11\), possible coredump in/,
	}),
	noCore({
		id: 'core-limit-zero-by-pam',
		diagnosis: 'core-limit-zero',
		title: 'No core: limits.conf forbids it to whoever starts httpd from a login',
		needs: ['namespaces', 'mount', 'pamLimits'],
		launcher: loginWithoutCores,
	}),
	noCore({
		id: 'core-directory-unwritable',
		title: 'No core: the run user may not write into CoreDumpDirectory',
		before: (_, { coreDirectory }) => {
			chownSync(coreDirectory, 0, 0);
			chmodSync(coreDirectory, 0o755);
		},
	}),
	noCore({
		id: 'core-directory-read-only',
		diagnosis: 'core-directory-unwritable',
		title: 'No core: CoreDumpDirectory lies on a read-only mount, though its mode lets everybody write',
		needs: ['mount'],
		before: (ledger, { coreDirectory }) => mountOn(ledger, coreDirectory, 'ro,mode=1777'),
	}),
	noCore({
		id: 'core-directory-missing',
		title: 'No core: CoreDumpDirectory was removed while httpd runs',
		whileRunning: ({ coreDirectory }) => rmSync(coreDirectory, { recursive: true }),
	}),
	noCore({
		id: 'core-suid-dumpable',
		title: 'No core: the child changed its user and CoreDumpDirectory is not set',
		needs: ['kernelSettings'],
		directives: () => [],
		before: (ledger, { root }) => {
			changeSetting(ledger, '/proc/sys/fs/suid_dumpable', '0');
			chmodSync(root, 0o777);
		},
	}),
	noCore({
		id: 'core-pattern-relative',
		title: 'No core: it would fall into ServerRoot, where the run user may not write',
		needs: ['kernelSettings'],
		directives: () => [],
		before: (ledger) => changeSetting(ledger, '/proc/sys/fs/suid_dumpable', '1'),
	}),
	noCore({
		id: 'core-pattern-piped',
		title: 'No core: the kernel gives it to a program that throws it away',
		needs: ['kernelSettings'],
		before: (ledger) => changeSetting(ledger, corePattern, '|/bin/false'),
		line: /AH0005[12]: child pid \d+ exit signal Segmentation fault \(11\)/,
	}),
];
