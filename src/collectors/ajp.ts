import type { Collector } from '../domain/index.ts';
import { belowServerRoot, directoryOf, textFact } from './httpd-command.ts';
import { blocked, describeFiles, readFiles, requests } from './request.ts';

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

export const tomcatServerXml: Collector = {
	id: 'tomcat-server-xml',
	title: 'Connectors of Tomcat',
	why: 'The AJP connector must be closed, bound to the right address, or protected by a secret.',
	risk: 'read',
	format: 'tomcat-server-xml',
	needs: [],
	plan: () => requests(readFiles(tomcatFolders.map((folder) => `${folder}/server.xml`))),
};

export const tomcatVersion: Collector = {
	id: 'tomcat-version',
	title: 'Version of Tomcat',
	why: 'Tells whether CVE-2020-1938 is mended and which name the secret has.',
	risk: 'read',
	format: 'tomcat-version',
	needs: [],
	plan: () =>
		requests(readFiles(['/opt/tomcat/RELEASE-NOTES', '/usr/local/tomcat/RELEASE-NOTES', '/usr/share/tomcat/RELEASE-NOTES'])),
};
