import { accessSync, constants, existsSync, readFileSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeKilled, type Ledger } from './ledger.ts';
import { until } from './wait.ts';

export const corePattern = '/proc/sys/kernel/core_pattern';

/** Changes a kernel setting until the ledger is closed, however this process ends. */
export function changeSetting(ledger: Ledger, path: string, value: string): void {
	const before = readFileSync(path, 'utf8');
	if (before.trim() === value) return;
	ledger.record({ kind: 'setting', path, value: before });
	writeFileSync(path, value);
}

export function isWritable(path: string): boolean {
	try {
		accessSync(path, constants.W_OK);
		return true;
	} catch {
		return false;
	}
}

/** Where the link leads; null where there is none. */
function targetOf(link: string): string | null {
	try {
		return readlinkSync(link);
	} catch {
		return null;
	}
}

/** Makes the link to `target`; where one stands already that leads nowhere or to a lab that was killed, clears it away. */
function tryLink(link: string, target: string): boolean {
	const other = targetOf(link);
	if (other === null) {
		try {
			symlinkSync(target, link);
		} catch {
			return false;
		}
	} else if (other !== target && existsSync(other)) closeKilled(other);
	else if (other !== target) rmSync(link, { force: true });
	return targetOf(link) === target;
}

/**
 * Keeps other labs on this machine from changing or relying on the kernel's settings for cores, until the ledger is
 * closed. Waits as long as the scratch folder of another lab holds them that still runs, or was left standing on purpose.
 */
export async function holdCoreSettings(ledger: Ledger): Promise<void> {
	const link = join(tmpdir(), 'httpd-medic-lab.core-settings');
	ledger.record({ kind: 'link', path: link, target: ledger.scratch });
	await until(`the lab that ${link} leads to is taken back`, () => tryLink(link, ledger.scratch), 100_000);
}

/** Lets cores fall into the directory of the crash under the name `core`, the kernel's own default. */
export async function armCores(ledger: Ledger): Promise<void> {
	await holdCoreSettings(ledger);
	changeSetting(ledger, corePattern, 'core');
	changeSetting(ledger, '/proc/sys/kernel/core_uses_pid', '0');
}
