// Records real servers, really broken, for practice: node scripts/record.ts [SCENARIO…]; needs root and a built program.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openLedger } from '../test/lab/ledger.ts';
import { holdCoreSettings } from '../test/lab/sysctl.ts';
import { chosen } from './recording/chosen.ts';

const folder = join(import.meta.dirname, '../recordings');
const inside = join(import.meta.dirname, 'recording/inside.ts');
const namespaces = [
	'--mount',
	'--pid',
	'--fork',
	'--kill-child',
	'--uts',
	'--ipc',
	'--net',
	'--mount-proc',
	'--propagation',
	'private',
];

/** The shell stays as the first process of the namespaces and takes in what httpd leaves behind. */
const setUp = 'hostname web1 && ip link set lo up && mount -t tmpfs tmpfs /tmp && "$@"; exit $?';

function nameOf(scenario: string): string {
	const place = chosen.findIndex((each) => each.scenario === scenario) + 1;
	return `${String(place).padStart(2, '0')}-${scenario}.json`;
}

function recordOne(scenario: string): void {
	const file = join(folder, nameOf(scenario));
	const draft = `${file}.new`;
	execFileSync('unshare', [...namespaces, 'sh', '-c', setUp, 'sh', process.execPath, inside, scenario, draft], {
		stdio: ['ignore', 'inherit', 'inherit'],
		env: { PATH: `${process.env.PATH}:${dirname(process.execPath)}`, HOME: '/root', LANG: 'C.UTF-8', TZ: 'UTC' },
	});
	renameSync(draft, file);
	console.log(`recorded ${file}`);
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((id) => !chosen.some(({ scenario }) => scenario === id));
if (unknown.length > 0) throw new Error(`no recordings are made of ${unknown.join(', ')}`);
// Cores fall where the kernel says, and that is the same in every namespace.
const ledger = openLedger('record');
try {
	await holdCoreSettings(ledger);
	mkdirSync(folder, { recursive: true });
	const names = new Set(chosen.map(({ scenario }) => nameOf(scenario)));
	for (const name of readdirSync(folder)) if (!names.has(name)) rmSync(join(folder, name));
	for (const { scenario } of chosen) if (wanted.length === 0 || wanted.includes(scenario)) recordOne(scenario);
} finally {
	ledger.close();
}
