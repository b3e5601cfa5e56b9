import type { Collector } from '../domain/index.ts';
import { textsOf } from './fact-values.ts';
import { belowServerRoot, errorLogOf, textFact } from './httpd-command.ts';
import { blocked, readFiles, requests, run } from './request.ts';

const mostVhostLogs = 20;

/** Enough for days of an ordinary log, read in a moment even when the file is huge. */
const window = 32 << 20;

const noLog = blocked(
	'The error log was not found: it may be piped to a program or sent to syslog.',
	'Name the file with --error-log FILE, or paste the last lines here (p).',
);

export const errorLog: Collector = {
	id: 'error-log',
	title: 'Error log',
	why: 'httpd says here what failed. It is read from its end, where the newest lines are.',
	risk: 'read',
	format: 'error-log',
	needs: ['config', 'conf', 'paths'],
	plan: (facts, hints) => {
		const path = errorLogOf(facts, hints);
		return path === undefined ? noLog : requests(readFiles([path], { from: 'end', maxBytes: window }));
	},
};

export const rotatedErrorLogs: Collector = {
	id: 'rotated-error-logs',
	title: 'Rotated error logs',
	why: 'Tells whether it began before the log was rotated.',
	risk: 'read',
	format: 'rotated-error-log',
	needs: ['config', 'conf', 'paths'],
	plan: (facts, hints) => {
		const path = errorLogOf(facts, hints);
		if (path === undefined) return noLog;
		return requests(readFiles([`${path}-*`, `${path}.2.gz`, `${path}.1`], { from: 'end', maxBytes: window }));
	},
};

export const vhostErrorLogs: Collector = {
	id: 'vhost-error-logs',
	title: 'Error logs of virtual hosts',
	why: 'Failures of back ends are written to the log of the virtual host, not to the main log.',
	risk: 'read',
	format: 'error-log',
	needs: ['config', 'conf', 'includes', 'paths'],
	plan: (facts, hints) => {
		const all = facts('conf.errorLogs');
		const main = errorLogOf(facts, hints);
		const others = textsOf(all)
			.filter((path) => !/^["']?\||^syslog\b|\$\{/.test(path))
			.map((path) => belowServerRoot(path, facts))
			.filter((path) => path !== undefined && path !== main);
		const unique = [...new Set(others)].filter((path) => path !== undefined).slice(0, mostVhostLogs);
		if (unique.length === 0) return blocked('No other error log is configured.', 'Nothing to do.');
		return requests(readFiles(unique, { from: 'end', maxBytes: 1 << 20 }));
	},
};

export const kernelLog: Collector = {
	id: 'kernel-log',
	title: 'Kernel log',
	why: 'Only the kernel says that it killed a process for memory, or why it wrote no core.',
	risk: 'read',
	format: 'kernel-log',
	needs: [],
	plan: () =>
		requests(
			run(['dmesg', '--time-format', 'iso'], { install: 'dmesg is part of util-linux.' }),
			run(['journalctl', '-k', '-n', '5000', '-o', 'short-iso', '--no-pager'], {
				install: 'journalctl is part of systemd; without it only dmesg is read.',
			}),
		),
};

export const modJkLog: Collector = {
	id: 'mod-jk-log',
	title: 'Log of mod_jk',
	why: 'mod_jk says here whether its shared memory could be used and what its back ends did.',
	risk: 'read',
	format: 'mod-jk-log',
	needs: ['conf', 'config', 'build', 'includes'],
	plan: (facts) => {
		const told = textFact(facts, 'conf.jkLogFile') ?? (facts('conf.hasJk') === true ? 'logs/mod_jk.log' : undefined);
		const path = told === undefined ? undefined : belowServerRoot(told, facts);
		if (path === undefined) return blocked('mod_jk is not configured.', 'Nothing to do unless it should be.');
		return requests(readFiles([path], { from: 'end', maxBytes: 4 << 20 }));
	},
};
