import type { TranscriptMessages } from '../../catalogue/index.ts';
import { timeOf } from './log-time.ts';
import type { CapturedText, ServerMoment } from './moment.ts';

const dpkg = /^(?<time>\S+ \S+) (?<what>install|upgrade|remove|purge) (?<name>[^\s:]+)\S* (?<from>\S+) (?<to>\S+)$/;
const dnf = /^(?<time>\S+) (?:SUBDEBUG|INFO) (?<what>Installed|Upgrade|Erase|Downgrade|Reinstall): (?<name>\S+)$/;
const rpm = /^(?<name>\S+) {2,}(?<time>[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d [\d:]{8} \d{4})$/;
/** What httpd runs on, with or in. */
const related =
	/^(?:lib)?(?:apache2|httpd|apr|openssl|ssl\d|mod[_-]|jk|tomcat|php|glibc|libc6|libc-|systemd|openjdk|java-|kernel|linux-image|pcre|expat|xml2|curl|nghttp2|lua|python3?-?mod)/i;
const mostNamed = 4;
const mostMoments = 40;
/** Changes with shorter gaps, in seconds, are one. */
const shortGap = 300;

interface Change {
	readonly local: number;
	readonly offset: number | null;
	readonly text: string;
	readonly isRelated: boolean;
}

/** What logs of dpkg and dnf, and `rpm -qa --last`, tell of packages: what was changed at once is one moment. */
export function momentsOfPackages({ evidence, text }: CapturedText, { story }: TranscriptMessages): readonly ServerMoment[] {
	const groups: Change[][] = [];
	const changes = text.split('\n').flatMap((line) => changeIn(line) ?? []);
	for (const change of changes.toSorted((one, other) => one.local - other.local)) {
		const group = groups.at(-1);
		if (group !== undefined && change.local - (group.at(-1)?.local ?? 0) <= shortGap) group.push(change);
		else groups.push([change]);
	}
	return groups.slice(-mostMoments).map((group) => {
		const named = group.filter((each) => each.isRelated).slice(0, mostNamed);
		const [first] = group;
		return {
			...{ kind: 'change', evidence: evidence.id, local: first?.local ?? 0, offset: first?.offset ?? null },
			text: story.packages(
				named.map((each) => each.text),
				group.length - named.length,
			),
		};
	});
}

function changeIn(line: string): Change | null {
	const { name = '', time = '', from, to } = (dpkg.exec(line) ?? dnf.exec(line) ?? rpm.exec(line))?.groups ?? {};
	const at = timeOf(rpm.test(line) ? `[${time}]` : time, 1970);
	if (name === '' || at === null) return null;
	const versions = [from, to].filter((version) => version !== undefined && version !== '<none>');
	return { ...at, text: versions.length === 0 ? name : `${name} (${versions.join(' → ')})`, isRelated: related.test(name) };
}
