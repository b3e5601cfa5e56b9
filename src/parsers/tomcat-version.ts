import { factParser, reading } from './fact-parser.ts';
import { firstLinesOf, linesOf } from './lines.ts';

const patterns = [
	/Server (?:number|version)(?:\s*name)?:\s+(?:Apache Tomcat\/)?(\d+\.\d+\.\d+[\w.-]*)/,
	/Apache Tomcat(?:\/| Version )(\d+\.\d+\.\d+[\w.-]*)/,
	/^Implementation-Version: (\d+\.\d+\.\d+[\w.-]*)/,
];

/** First release of each branch with the changed AJP defaults. Branches that are not here: see below. */
const fixed: Readonly<Record<string, number>> = { '7.0': 100, '8.5': 51, '9.0': 31 };

function isFixed(version: string): boolean {
	const [major = 0, minor = 0, patch = 0] = version.split(/[.-]/).map((part) => Number.parseInt(part, 10));
	if (major >= 10) return true;
	const since = fixed[`${major}.${minor}`];
	return since !== undefined && patch >= since;
}

/** The release of Tomcat, from version.sh, its manifest or its release notes. */
export const tomcatVersionParser = factParser({
	format: 'tomcat-version',
	namespace: 'tomcatVersion',
	facts: {
		version: ['string', 'Version, such as 9.0.31'],
		fixedGhostcat: ['bool', 'The release has the fix of CVE-2020-1938; distributions also ship it under older numbers'],
	},
	resemblance: (text) => {
		const lines = firstLinesOf(text);
		if (lines.some((line) => /^Server version(?: name)?:\s+Apache Tomcat\/|^Server number:\s+\d/.test(line.text))) return 0.95;
		if (lines.some((line) => /VersionLoggerListener\.log\s+Server version/.test(line.text))) return 0.6;
		return lines.some((line) => /Apache Tomcat Version \d|^Implementation-Title: Apache Tomcat/.test(line.text)) ? 0.7 : 0;
	},
	read: ({ text }) => {
		for (const pattern of patterns) {
			for (const line of linesOf(text)) {
				// version.sh appends a fourth number that is always 0.
				const version = pattern.exec(line.text)?.[1]?.replace(/^(\d+\.\d+\.\d+)\.0$/, '$1');
				if (version !== undefined) {
					return { facts: { version: reading(version, [line.number]), fixedGhostcat: reading(isFixed(version), [line.number]) } };
				}
			}
		}
		return { facts: {} };
	},
});
