import { textsOf } from './fact-values.ts';
import { textFact } from './httpd-command.ts';
import { readFiles, requests, run, type Recipe } from './request.ts';

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

export const tomcatProcesses: Recipe = {
	id: 'tomcat-processes',
	risk: 'read',
	format: 'tomcat-processes',
	needs: [],
	plan: () =>
		requests({
			...{ kind: 'list-processes', names: ['java'], config: null, isDefaultConfig: false },
			...{ risk: 'read', deadlineMs: 10_000, maxBytes: 1 << 20 },
		}),
};

export const tomcatServerXml: Recipe = {
	id: 'tomcat-server-xml',
	risk: 'read',
	format: 'tomcat-server-xml',
	needs: ['tomcats'],
	plan: (facts) => {
		const running = textsOf(facts('tomcats.bases')).map((base) => `${base}/conf`);
		// What runs is what counts; the usual places only where nothing runs.
		return requests(readFiles((running.length > 0 ? running : tomcatFolders).map((folder) => `${folder}/server.xml`)));
	},
};

export const tomcatVersion: Recipe = {
	id: 'tomcat-version',
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
