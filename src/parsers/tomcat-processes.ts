import { factParser, reading } from './fact-parser.ts';
import { firstLinesOf, linesOf } from './lines.ts';
import { type Process, processTable } from './process-table.ts';

function property(process: Process, name: string): string | undefined {
	const flag = `-D${name}=`;
	return process.argv.find((word) => word.startsWith(flag))?.slice(flag.length);
}

const isTomcat = (process: Process): boolean => property(process, 'catalina.home') !== undefined;

/** Running Tomcats in a process listing, with the folders that they were started with. */
export const tomcatProcessesParser = factParser({
	format: 'tomcat-processes',
	namespace: 'tomcats',
	facts: {
		running: ['bool', 'A Tomcat runs'],
		bases: ['list', 'Folders with the conf of each (catalina.base)', 'union'],
		homes: ['list', 'Folders that each is installed in (catalina.home)', 'union'],
		java: ['string', 'Program that the first one runs on'],
	},
	// A listing of httpd looks the same but for its programs.
	resemblance: (text) => (processTable(firstLinesOf(text)) && text.includes('-Dcatalina.home=') ? 1 : 0),
	read: ({ text }) => {
		const table = processTable(linesOf(text));
		if (!table) return { facts: {} };
		const found = table.processes.filter(isTomcat);
		const lines = found.map((each) => each.line);
		const folders = (name: string): readonly string[] =>
			found.map((each) => property(each, name)).filter((folder) => folder !== undefined);
		const homes = [...new Set(folders('catalina.home'))];
		const bases = [...new Set(folders('catalina.base'))];
		return {
			facts: {
				running: reading(found.length > 0, lines),
				bases: reading(bases.length > 0 ? bases : homes, lines),
				homes: reading(homes, lines),
				java: reading(found[0]?.exe ?? undefined, lines.slice(0, 1)),
			},
		};
	},
});
