import { readFileSync } from 'node:fs';

export interface Account {
	readonly uid: number;
	readonly gid: number;
}

/** An account of this machine, by name. */
export function account(name: string): Account {
	const row = readFileSync('/etc/passwd', 'utf8')
		.split('\n')
		.map((line) => line.split(':'))
		.find(([user]) => user === name);
	if (!row) throw new Error(`there is no account ${name} here`);
	return { uid: Number(row[2]), gid: Number(row[3]) };
}
