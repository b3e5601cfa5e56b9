import type { Collector, FactLookup, Hints, Plan } from '../domain/index.ts';
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
import { blocked, describeFiles, readFiles, requests, run } from './request.ts';

const noBinary = blocked(
	'No httpd executable was found.',
	'Name it with --httpd PATH, or bring evidence from the server: paste it here, or use --evidence FORMAT=FILE.',
);

/** A question that httpd answers about itself. */
function ask(facts: FactLookup, hints: Hints, question: readonly string[], output: 'stdout' | 'both' = 'stdout'): Plan {
	const command = httpdCommand(facts, hints);
	if (command === undefined) return noBinary;
	return requests(run([...command, ...question], { output, expectedExitCodes: output === 'both' ? [0, 1] : [0] }));
}

export const httpdLocations: Collector = {
	id: 'httpd-locations',
	title: 'Usual places of httpd',
	why: 'Tells which executable, which configuration and which error log exist on this machine.',
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

export const processes: Collector = {
	id: 'processes',
	title: 'Processes of httpd',
	why: 'Tells whether a server runs, since when, as whom, and whether children were left behind.',
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

export const httpdMasters: Collector = {
	id: 'httpd-masters',
	title: 'All servers of this machine',
	why: 'Semaphores may belong to another httpd of the same account: nothing of theirs must be taken for an orphan.',
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

export const httpdVersion: Collector = {
	id: 'httpd-version',
	title: 'Version and build of httpd',
	why: 'Names the version, the MPM and the mutex mechanism that was compiled in as default.',
	risk: 'read',
	format: 'httpd-version',
	needs: ['httpd', 'paths'],
	plan: (facts, hints) => ask(facts, hints, ['-V']),
};

export const httpdRunConfig: Collector = {
	id: 'httpd-run-config',
	title: 'Settings in force',
	why: 'Names the error log, the run user and the mutexes of the configuration as httpd itself reads it.',
	risk: 'read',
	format: 'httpd-run-config',
	needs: ['httpd', 'paths'],
	plan: (facts, hints) => ask(facts, hints, ['-t', '-D', 'DUMP_RUN_CFG']),
};

export const httpdModules: Collector = {
	id: 'httpd-modules',
	title: 'Modules loaded',
	why: 'A crash belongs to a module; this is the list of suspects.',
	risk: 'read',
	format: 'httpd-modules',
	needs: ['httpd', 'paths'],
	plan: (facts, hints) => ask(facts, hints, ['-M']),
};

export const configTest: Collector = {
	id: 'config-test',
	title: 'Configuration test',
	why: 'Says whether httpd would start with the present configuration, and the line that is wrong.',
	risk: 'read',
	format: 'config-test',
	needs: ['httpd', 'paths'],
	plan: (facts, hints) => ask(facts, hints, ['-t'], 'both'),
};

export const httpdIncludes: Collector = {
	id: 'httpd-includes',
	title: 'Configuration files in use',
	why: 'Lists every included file, so that no setting is overlooked.',
	risk: 'read',
	format: 'httpd-includes',
	needs: ['httpd', 'paths'],
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

export const httpdConfig: Collector = {
	id: 'httpd-config',
	title: 'Configuration text',
	why: 'Shows listeners, Mutex, CoreDumpDirectory and the mod_jk files with their lines.',
	risk: 'read',
	format: 'httpd-config',
	needs: ['includes', 'build', 'httpd', 'paths'],
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
