import { execFileSync } from 'node:child_process';
import type { Ledger } from './ledger.ts';

/** Mounts a small empty file system over a folder until the ledger is closed. */
export function mountOn(ledger: Ledger, folder: string, options: string): void {
	ledger.record({ kind: 'mount', path: folder });
	execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]);
}
