import type { Hints } from '../domain/index.ts';
import { textsOf } from './fact-values.ts';
import { belowServerRoot, errorLogOf } from './httpd-command.ts';
import { blocked, describeFiles, readFiles, requests, run, type Recipe } from './request.ts';

const mostVhostLogs = 20;

/** Enough for days of an ordinary log, read in a moment even when the file is huge. */
const window = 32 << 20;

const noLog = blocked('no-error-log');

const isLogTold = ({ errorLog }: Hints): boolean => errorLog !== null;

export const errorLog: Recipe = {
	id: 'error-log',
	risk: 'read',
	format: 'error-log',
	needs: ['config', 'conf', 'paths'],
	isTold: isLogTold,
	plan: (facts, hints) => {
		const path = errorLogOf(facts, hints);
		return path === undefined ? noLog : requests(readFiles([path], { from: 'end', maxBytes: window }));
	},
};

export const rotatedErrorLogs: Recipe = {
	id: 'rotated-error-logs',
	risk: 'read',
	format: 'rotated-error-log',
	needs: ['config', 'conf', 'paths'],
	isTold: isLogTold,
	plan: (facts, hints) => {
		const path = errorLogOf(facts, hints);
		if (path === undefined) return noLog;
		return requests(readFiles([`${path}-*`, `${path}.2.gz`, `${path}.1`], { from: 'end', maxBytes: window }));
	},
};

export const errorLogFiles: Recipe = {
	id: 'error-log-files',
	risk: 'read',
	format: 'path-status',
	needs: ['config', 'conf', 'paths'],
	plan: (facts, hints) => {
		const path = errorLogOf(facts, hints);
		return path === undefined ? noLog : requests(describeFiles([path, `${path}.*`, `${path}-*`]));
	},
};

export const vhostErrorLogs: Recipe = {
	id: 'vhost-error-logs',
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
		if (unique.length === 0) return blocked('no-other-log');
		return requests(readFiles(unique, { from: 'end', maxBytes: 1 << 20 }));
	},
};

export const kernelLog: Recipe = {
	id: 'kernel-log',
	risk: 'read',
	format: 'kernel-log',
	needs: [],
	plan: () =>
		requests(
			run(['dmesg', '--time-format', 'iso'], { install: 'dmesg' }),
			run(['journalctl', '-k', '-n', '5000', '-o', 'short-iso', '--no-pager'], {
				install: 'journalctl-kernel',
			}),
		),
};
