import type { Collector } from '../domain/index.ts';
import { binaryOf, directoryOf, errorLogOf, textFact } from './httpd-command.ts';
import { readFiles, requests, run } from './request.ts';

export const diskUsage: Collector = {
	id: 'disk-usage',
	title: 'Room on the disks',
	why: 'A full disk stops logs, locks and cores.',
	risk: 'read',
	format: 'disk-usage',
	needs: ['log', 'config', 'conf', 'kernel', 'paths'],
	plan: (facts, hints) => {
		const log = errorLogOf(facts, hints);
		const names = [
			'config.serverRoot',
			'config.defaultMutexDirectory',
			'log.coreDirectory',
			'conf.coreDumpDirectory',
			'kernel.coreDirectory',
		];
		const told = names.map((name) => textFact(facts, name)).filter((path) => path !== undefined);
		const paths = [...new Set(['/', '/tmp', ...(log === undefined ? [] : [directoryOf(log)]), ...told])];
		const options = { expectedExitCodes: [0, 1] };
		return requests(run(['df', '-P', ...paths], options), run(['df', '-Pi', ...paths], options));
	},
};

export const mountTable: Collector = {
	id: 'mount-table',
	title: 'Mounts as httpd sees them',
	why: 'Nobody can write to a read-only mount, whatever owner and mode say; the unit or a container may make one.',
	risk: 'read',
	format: 'mount-table',
	needs: ['httpd'],
	plan: (facts) => {
		const pid = facts('httpd.parentPid');
		return requests(readFiles([`/proc/${typeof pid === 'number' ? pid : 'self'}/mountinfo`]));
	},
};

export const listeners: Collector = {
	id: 'listeners',
	title: 'Listening sockets',
	why: 'Tells who holds a port and which AJP ports are open.',
	risk: 'read',
	format: 'listeners',
	needs: [],
	plan: () => requests(run(['ss', '-ltnp'], { install: 'ss is part of iproute2.' })),
};

const properties = [
	'Id',
	'LoadState',
	'ActiveState',
	'SubState',
	'Result',
	'ExecMainStatus',
	'User',
	'LimitCORE',
	'LimitCORESoft',
	'PrivateTmp',
	'PrivateIPC',
	'ProtectSystem',
	'ProtectHome',
	'ReadWritePaths',
	'MemoryMax',
	'TasksMax',
	'FragmentPath',
	'MainPID',
];

export const unitProperties: Collector = {
	id: 'unit-properties',
	title: 'Unit of systemd',
	why: 'The unit sets limits and hides directories from the server.',
	risk: 'read',
	format: 'unit-properties',
	needs: ['httpd', 'paths'],
	plan: (facts, hints) => {
		const name = binaryOf(facts, hints)?.endsWith('/httpd') ? 'httpd.service' : 'apache2.service';
		return requests(run(['systemctl', 'show', name, '-p', properties.join(',')], { install: 'systemctl is part of systemd.' }));
	},
};
