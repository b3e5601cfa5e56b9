import type { Collector, FactLookup } from '../domain/index.ts';
import { textFact } from './httpd-command.ts';
import { blocked, readFiles, requests, run } from './request.ts';

function runUser(facts: FactLookup): string | undefined {
	const told = textFact(facts, 'config.user') ?? textFact(facts, 'conf.user') ?? textFact(facts, 'httpd.childUser');
	return told?.replace(/^#/, '');
}

const noUser = blocked('The account that httpd runs as is not known.', 'Its User directive or a running child would tell.');

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

export const logindConf: Collector = {
	id: 'logind-conf',
	title: 'Settings of systemd-logind',
	why: 'RemoveIPC decides whether a logout removes the semaphores of the user.',
	risk: 'read',
	format: 'logind-conf',
	needs: [],
	plan: () => requests(readFiles(logindFiles)),
};

export const logindLive: Collector = {
	id: 'logind-live',
	title: 'RemoveIPC in the running logind',
	why: 'The daemon may run with other settings than its files say.',
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
				{ install: 'busctl is part of systemd; without systemd there is no logind to suspect.' },
			),
		),
};

export const logindJournal: Collector = {
	id: 'logind-journal',
	title: 'Sessions that ended',
	why: 'The removal leaves no line of its own: the end of the last session of the run user is the proof.',
	risk: 'read',
	format: 'logind-journal',
	needs: [],
	plan: () =>
		requests(
			run(['journalctl', '-u', 'systemd-logind', '-n', '3000', '-o', 'short-iso', '--no-pager'], {
				install: 'journalctl is part of systemd; /var/log/auth.log or `last` may tell instead.',
			}),
		),
};

export const passwdEntry: Collector = {
	id: 'passwd-entry',
	title: 'Account of httpd',
	why: 'Its uid tells whether systemd counts it as a system user.',
	risk: 'read',
	format: 'passwd-entry',
	needs: ['config', 'conf', 'httpd'],
	plan: (facts) => {
		const user = runUser(facts);
		return user === undefined ? noUser : requests(run(['getent', 'passwd', user], { expectedExitCodes: [0, 2] }));
	},
};

export const uidBound: Collector = {
	id: 'uid-bound',
	title: 'Bound of the system users',
	why: 'Users up to this uid are spared by RemoveIPC; it was fixed when systemd was compiled.',
	risk: 'read',
	format: 'uid-bound',
	needs: [],
	plan: () =>
		requests(
			readFiles(['/etc/login.defs']),
			run(['pkg-config', '--variable=systemuidmax', 'systemd'], {
				install: 'Without pkg-config the bound is taken from /etc/login.defs.',
			}),
		),
};

export const linger: Collector = {
	id: 'linger',
	title: 'Lingering of the run user',
	why: 'The objects of a lingering user are kept.',
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
				install: 'loginctl is part of systemd.',
			}),
		);
	},
};
