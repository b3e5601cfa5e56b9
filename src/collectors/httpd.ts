import type { FactLookup, Hints, Plan } from '../domain/index.ts';
import { textsOf } from './fact-values.ts';
import {
	defaultConfigs,
	existing,
	httpdCommand,
	isDefaultConfig,
	textFact,
	usualBinaries,
	usualErrorLogs,
} from './httpd-command.ts';
import { blocked, describeFiles, readFiles, requests, run, type Recipe } from './request.ts';

const noBinary = blocked('no-executable');

/** A question that httpd answers about itself. */
function ask(facts: FactLookup, hints: Hints, question: readonly string[], output: 'stdout' | 'both' = 'stdout'): Plan {
	const command = httpdCommand(facts, hints);
	if (command === undefined) return noBinary;
	return requests(run([...command, ...question], { output, expectedExitCodes: output === 'both' ? [0, 1] : [0] }));
}

/** Both words that the command is made of. */
const isCommandTold = ({ httpd, config }: Hints): boolean => httpd !== null && config !== null;

export const httpdLocations: Recipe = {
	id: 'httpd-locations',
	risk: 'read',
	format: 'path-status',
	needs: [],
	plan: (_facts, hints) =>
		requests(
			describeFiles([
				...[hints.httpd, hints.config, hints.errorLog].filter((path) => path !== null),
				...usualBinaries,
				...usualErrorLogs,
				...defaultConfigs,
			]),
		),
};

/** Base names that httpd runs under, that of the operator's own build among them. */
function programNames(hints: Hints): readonly string[] {
	const own = hints.httpd === null ? [] : [hints.httpd.split('/').at(-1) ?? ''];
	return [...new Set([...usualBinaries.map((path) => path.split('/').at(-1) ?? ''), 'httpd-worker', 'httpd-event', ...own])];
}

export const processes: Recipe = {
	id: 'processes',
	risk: 'read',
	format: 'processes',
	needs: [],
	plan: (_facts, hints) =>
		requests({
			kind: 'list-processes',
			names: programNames(hints),
			config: hints.config,
			isDefaultConfig: hints.config !== null && isDefaultConfig(hints.config),
			risk: 'read',
			deadlineMs: 10_000,
			maxBytes: 1 << 20,
		}),
};

export const httpdMasters: Recipe = {
	id: 'httpd-masters',
	risk: 'read',
	format: 'httpd-masters',
	needs: [],
	plan: (_facts, hints) =>
		requests({
			kind: 'list-processes',
			names: programNames(hints),
			config: null,
			isDefaultConfig: false,
			risk: 'read',
			deadlineMs: 10_000,
			maxBytes: 1 << 20,
		}),
};

export const httpdVersion: Recipe = {
	id: 'httpd-version',
	risk: 'read',
	format: 'httpd-version',
	needs: ['httpd', 'paths'],
	isTold: isCommandTold,
	plan: (facts, hints) => ask(facts, hints, ['-V']),
};

export const httpdRunConfig: Recipe = {
	id: 'httpd-run-config',
	risk: 'read',
	format: 'httpd-run-config',
	needs: ['httpd', 'paths'],
	isTold: isCommandTold,
	plan: (facts, hints) => ask(facts, hints, ['-t', '-D', 'DUMP_RUN_CFG']),
};

export const httpdModules: Recipe = {
	id: 'httpd-modules',
	risk: 'read',
	format: 'httpd-modules',
	needs: ['httpd', 'paths'],
	isTold: isCommandTold,
	plan: (facts, hints) => ask(facts, hints, ['-M']),
};

export const configTest: Recipe = {
	id: 'config-test',
	risk: 'read',
	format: 'config-test',
	needs: ['httpd', 'paths'],
	isTold: isCommandTold,
	plan: (facts, hints) => ask(facts, hints, ['-t'], 'both'),
};

export const httpdIncludes: Recipe = {
	id: 'httpd-includes',
	risk: 'read',
	format: 'httpd-includes',
	needs: ['httpd', 'paths'],
	isTold: isCommandTold,
	plan: (facts, hints) => ask(facts, hints, ['-t', '-D', 'DUMP_INCLUDES']),
};

/** The main file and those that it includes as the distributions ship it. */
function withUsualIncludes(main: string): readonly string[] {
	const folder = main.replace(/\/[^/]*$/, '');
	const debian = [
		...['envvars', 'ports.conf', 'mods-enabled/*.load', 'mods-enabled/*.conf', 'conf-enabled/*.conf'],
		'sites-enabled/*.conf',
	];
	const suse = ['uid.conf', 'listen.conf', 'server-tuning.conf', 'default-server.conf', 'conf.d/*.conf', 'vhosts.d/*.conf'];
	const redHat = ['../conf.d/*.conf', '../conf.modules.d/*.conf'];
	const rest = main === '/etc/apache2/apache2.conf' ? debian : main === '/etc/apache2/httpd.conf' ? suse : redHat;
	return [main, ...rest.map((path) => `${folder}/${path}`)];
}

export const httpdConfig: Recipe = {
	id: 'httpd-config',
	risk: 'read',
	format: 'httpd-config',
	needs: ['includes', 'build', 'httpd', 'paths'],
	isTold: ({ config }) => config !== null,
	plan: (facts, hints) => {
		const included = textsOf(facts('includes.files'));
		if (included.length > 0) return requests(readFiles(included));
		const named = hints.config ?? textFact(facts, 'httpd.configFile');
		if (named !== undefined) return requests(readFiles([named]));
		const root = textFact(facts, 'build.httpdRoot');
		const server = textFact(facts, 'build.serverConfig');
		const built = server === undefined || server.startsWith('/') ? server : `${root}/${server}`;
		// Of a server that cannot be asked, such as one in a bundle, the usual places tell.
		const main = built ?? existing(defaultConfigs, facts);
		return main === undefined ? noBinary : requests(readFiles(withUsualIncludes(main)));
	},
};
