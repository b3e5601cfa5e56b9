import { binaryOf, directoryOf, errorLogOf, textFact } from './httpd-command.ts';
import { readFiles, requests, run, type Recipe } from './request.ts';

export const diskUsage: Recipe = {
	id: 'disk-usage',
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

export const mountTable: Recipe = {
	id: 'mount-table',
	risk: 'read',
	format: 'mount-table',
	needs: ['httpd'],
	plan: (facts) => {
		const pid = facts('httpd.parentPid');
		return requests(readFiles([`/proc/${typeof pid === 'number' ? pid : 'self'}/mountinfo`]));
	},
};

export const listeners: Recipe = {
	id: 'listeners',
	risk: 'read',
	format: 'listeners',
	needs: [],
	plan: () => requests(run(['ss', '-ltnp'], { install: 'ss' })),
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

export const unitProperties: Recipe = {
	id: 'unit-properties',
	risk: 'read',
	format: 'unit-properties',
	needs: ['httpd', 'paths'],
	plan: (facts, hints) => {
		const name = binaryOf(facts, hints)?.endsWith('/httpd') ? 'httpd.service' : 'apache2.service';
		return requests(run(['systemctl', 'show', name, '-p', properties.join(',')], { install: 'systemctl' }));
	},
};
