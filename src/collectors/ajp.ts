import type { Collector } from '../domain/index.ts';
import { textsOf } from './fact-values.ts';
import { belowServerRoot, directoryOf, textFact } from './httpd-command.ts';
import { blocked, describeFiles, readFiles, requests, run } from './request.ts';

const tomcatFolders = [
	'/etc/tomcat',
	'/etc/tomcat10',
	'/etc/tomcat9',
	'/etc/tomcat8',
	'/etc/tomcat7',
	'/opt/tomcat/conf',
	'/usr/local/tomcat/conf',
	'/usr/share/tomcat/conf',
	'/var/lib/tomcat/conf',
];

const noJk = blocked('mod_jk is not configured.', 'Nothing to do unless it should be.');

export const workersProperties: Collector = {
	id: 'workers-properties',
	title: 'Workers of mod_jk',
	why: 'Names the back ends and shows settings that break them.',
	risk: 'read',
	format: 'workers-properties',
	needs: ['conf', 'config', 'build', 'includes'],
	plan: (facts) => {
		const told = textFact(facts, 'conf.jkWorkersFile');
		const path = told === undefined ? undefined : belowServerRoot(told, facts);
		return path === undefined ? noJk : requests(readFiles([path]));
	},
};

export const jkShmStatus: Collector = {
	id: 'jk-shm-status',
	title: 'Shared memory file of mod_jk',
	why: 'Without it mod_jk 1.2.41 crashes in jk_shm_check_maintain.',
	risk: 'read',
	format: 'path-status',
	needs: ['conf', 'config', 'build', 'includes'],
	plan: (facts) => {
		const told = textFact(facts, 'conf.jkShmFile') ?? (facts('conf.hasJk') === true ? 'logs/jk-runtime-status' : undefined);
		const path = told === undefined ? undefined : belowServerRoot(told, facts);
		return path === undefined ? noJk : requests(describeFiles([directoryOf(path), `${path}*`]));
	},
};

export const tomcatProcesses: Collector = {
	id: 'tomcat-processes',
	title: 'Running Tomcats',
	why: 'Tells where each running Tomcat has its configuration.',
	risk: 'read',
	format: 'tomcat-processes',
	needs: [],
	plan: () =>
		requests({
			...{ kind: 'list-processes', names: ['java'], config: null, isDefaultConfig: false },
			...{ risk: 'read', deadlineMs: 10_000, maxBytes: 1 << 20 },
		}),
};

export const tomcatServerXml: Collector = {
	id: 'tomcat-server-xml',
	title: 'Connectors of Tomcat',
	why: 'The AJP connector must be closed, bound to the right address, or protected by a secret.',
	risk: 'read',
	format: 'tomcat-server-xml',
	needs: ['tomcats'],
	plan: (facts) => {
		const running = textsOf(facts('tomcats.bases')).map((base) => `${base}/conf`);
		// What runs is what counts; the usual places only where nothing runs.
		return requests(readFiles((running.length > 0 ? running : tomcatFolders).map((folder) => `${folder}/server.xml`)));
	},
};

export const tomcatVersion: Collector = {
	id: 'tomcat-version',
	title: 'Version of Tomcat',
	why: 'Tells whether CVE-2020-1938 is mended and which name the secret has.',
	risk: 'read',
	format: 'tomcat-version',
	needs: ['tomcats'],
	plan: (facts) => {
		const [home] = textsOf(facts('tomcats.homes'));
		const notes = readFiles(
			[home ?? '/usr/share/tomcat', '/opt/tomcat', '/usr/local/tomcat'].map((folder) => `${folder}/RELEASE-NOTES`),
		);
		const java = textFact(facts, 'tomcats.java');
		if (home === undefined || java === undefined) return requests(notes);
		// What version.sh runs, without its shell.
		return requests(run([java, '-cp', `${home}/lib/catalina.jar`, 'org.apache.catalina.util.ServerInfo']));
	},
};
