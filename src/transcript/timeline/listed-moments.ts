import type { CapturedText, ServerMoment } from './moment.ts';

const listed = /^[0-7]{1,6}\t\d+\t\d+\t(\d+)\t(\d+)(?:\.\d+)?\tfile\t(.+)$/gm;
const core = /(?:^|[^a-z])core(?:[^a-z]|$)|\.(?:dmp|dump)$/i;
const configuration = /\.(?:conf|properties|xml|load|so|cnf|ini)$/;

/** What listings of files tell by their times: cores that were written, configuration and modules that were changed. */
export function momentsInListing({ evidence, text }: CapturedText): readonly ServerMoment[] {
	return [...text.matchAll(listed)].flatMap(([, bytes = '', time, path = '']): readonly ServerMoment[] => {
		const moment = { local: Number(time), offset: 0, evidence: evidence.id };
		const name = path.slice(path.lastIndexOf('/') + 1);
		if (configuration.test(name)) return [{ ...moment, kind: 'change', text: `${path} was changed` }];
		return core.test(name) ? [{ ...moment, kind: 'core', text: `${path} was written (${bytes} bytes)` }] : [];
	});
}
