import type { FactLookup } from '../domain/index.ts';
import { textFact } from './httpd-command.ts';
import { blocked, readFiles, requests, run, type Recipe } from './request.ts';

function runUser(facts: FactLookup): string | undefined {
	const told = textFact(facts, 'config.user') ?? textFact(facts, 'conf.user') ?? textFact(facts, 'httpd.childUser');
	return told?.replace(/^#/, '');
}

const noUser = blocked('no-run-user');

/** Main files first, then drop-ins: the parser applies the order of precedence by path. */
const logindFiles = [
	'/usr/lib/systemd/logind.conf',
	'/usr/local/lib/systemd/logind.conf',
	'/etc/systemd/logind.conf',
	'/usr/lib/systemd/logind.conf.d/*.conf',
	'/usr/local/lib/systemd/logind.conf.d/*.conf',
	'/run/systemd/logind.conf.d/*.conf',
	'/etc/systemd/logind.conf.d/*.conf',
];

export const logindConf: Recipe = {
	id: 'logind-conf',
	risk: 'read',
	format: 'logind-conf',
	needs: [],
	plan: () => requests(readFiles(logindFiles)),
};

export const logindLive: Recipe = {
	id: 'logind-live',
	risk: 'read',
	format: 'logind-live',
	needs: [],
	plan: () =>
		requests(
			run(
				[
					'busctl',
					'get-property',
					'org.freedesktop.login1',
					'/org/freedesktop/login1',
					'org.freedesktop.login1.Manager',
					'RemoveIPC',
				],
				{ install: 'busctl' },
			),
		),
};

export const logindJournal: Recipe = {
	id: 'logind-journal',
	risk: 'read',
	format: 'logind-journal',
	needs: [],
	plan: () =>
		requests(
			run(['journalctl', '-u', 'systemd-logind', '-n', '3000', '-o', 'short-iso', '--no-pager'], {
				install: 'journalctl-logind',
			}),
		),
};

export const passwdEntry: Recipe = {
	id: 'passwd-entry',
	risk: 'read',
	format: 'passwd-entry',
	needs: ['config', 'conf', 'httpd'],
	plan: (facts) => {
		const user = runUser(facts);
		return user === undefined ? noUser : requests(run(['getent', 'passwd', user], { expectedExitCodes: [0, 2] }));
	},
};

export const uidBound: Recipe = {
	id: 'uid-bound',
	risk: 'read',
	format: 'uid-bound',
	needs: [],
	plan: () =>
		requests(
			readFiles(['/etc/login.defs']),
			run(['pkg-config', '--variable=systemuidmax', 'systemd'], {
				install: 'pkg-config',
			}),
		),
};

export const linger: Recipe = {
	id: 'linger',
	risk: 'read',
	format: 'linger',
	needs: ['config', 'conf', 'httpd'],
	plan: (facts) => {
		const user = runUser(facts);
		if (user === undefined) return noUser;
		return requests(
			run(['loginctl', 'show-user', user, '-p', 'Name', '-p', 'Linger', '-p', 'State'], {
				output: 'both',
				expectedExitCodes: [0, 1],
				install: 'loginctl',
			}),
		);
	},
};
