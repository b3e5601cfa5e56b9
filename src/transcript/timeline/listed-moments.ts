import type { TranscriptMessages } from '../../catalogue/index.ts';
import { timeOf } from './log-time.ts';
import type { CapturedText, ServerMoment } from './moment.ts';

const listed = /^[0-7]{1,6}\t\d+\t\d+\t(\d+)\t(\S+)\tfile\t(.+)$/gm;
const core = /(?:^|[^a-z])core(?:[^a-z]|$)|\.(?:dmp|dump)$/i;
const configuration = /\.(?:conf|properties|xml|load|so|cnf|ini)$/;

/** What listings of files tell by their times: cores that were written, configuration and modules that were changed. */
export function momentsInListing({ evidence, text }: CapturedText, { story }: TranscriptMessages): readonly ServerMoment[] {
	return [...text.matchAll(listed)].flatMap(([, bytes = '', written = '', path = '']): readonly ServerMoment[] => {
		const time = timeOfFile(written);
		if (time === null) return [];
		const moment = { ...time, evidence: evidence.id };
		const name = path.slice(path.lastIndexOf('/') + 1);
		if (configuration.test(name)) return [{ ...moment, kind: 'change', text: story.changed(path) }];
		return core.test(name) ? [{ ...moment, kind: 'core', text: story.core(path, bytes) }] : [];
	});
}

/** By the server's clock, or in seconds since 1970. */
function timeOfFile(text: string): Pick<ServerMoment, 'local' | 'offset'> | null {
	return /^\d+(?:\.\d+)?$/.test(text) ? { local: Math.floor(Number(text)), offset: 0 } : timeOf(text, 1970);
}
