import { textsOf } from './fact-values.ts';
import { binaryOf } from './httpd-command.ts';
import { describeFiles, readFiles, requests, run, type Recipe } from './request.ts';

const mostFiles = 200;
const logs = ['/var/log/dpkg.log', '/var/log/dnf.rpm.log'];

export const recentChanges: Recipe = {
	id: 'recent-changes',
	risk: 'read',
	format: 'change-log',
	needs: ['httpd', 'conf'],
	plan: (facts, hints) => {
		const files = textsOf(facts('conf.files')).slice(0, mostFiles);
		// Debian's name of the server: there is no rpm.
		const isDebian = binaryOf(facts, hints)?.endsWith('/apache2') === true;
		return requests(
			readFiles(logs, { from: 'end' }),
			...(isDebian ? [] : [run(['rpm', '-qa', '--last'], { install: 'rpm' })]),
			...(files.length === 0 ? [] : [describeFiles(files)]),
		);
	},
};
