import type { WizardHost } from '../tui/host.ts';
import type { ComingSession } from './coming-session.ts';
import { language } from './language.ts';
import type { SharedTerminal } from './terminal.ts';
import { version } from './version.ts';
import type { OpenedHost } from './wizard-host.ts';

/** A host whose first session is opened behind the first frame: most of the program is not even loaded before that. */
export function comingHost(session: ComingSession, terminal: SharedTerminal, open: () => Promise<OpenedHost>): WizardHost {
	const arrival = Promise.withResolvers<WizardHost>();
	arrival.promise.catch(() => undefined);
	let arrived: WizardHost | null = null;
	return {
		version,
		catalogue: language,
		terminal,
		session,
		opening: async () => {
			try {
				const { host } = await open();
				arrived = host;
				arrival.resolve(host);
				session.arrive(host.session);
			} catch (error) {
				arrival.reject(error);
				session.fail(error);
				throw error;
			}
		},
		get practice() {
			return arrived?.practice ?? [];
		},
		get formats() {
			return arrived?.formats ?? [];
		},
		articles: {
			get: (id) => arrived?.articles.get(id),
			search: (text) => arrived?.articles.search(text) ?? [],
		},
		followLog: (handle, onGrowth) => arrived?.followLog?.(handle, onGrowth) ?? (() => undefined),
		openPractice: async (id) => (await arrival.promise).openPractice(id),
		openBundle: async (path) => (await arrival.promise).openBundle(path),
		sessions: async () => (await arrival.promise).sessions(),
		resume: async (id) => (await arrival.promise).resume(id),
		others: async () => (await arrival.promise).others(),
		watchSession: async (id) => (await arrival.promise).watchSession(id),
		takeOver: async (id) => (await arrival.promise).takeOver(id),
		startFresh: async () => (await arrival.promise).startFresh(),
		previewExport: async (handle, waiting) => (await arrival.promise).previewExport(handle, waiting),
		exportSession: async (handle, kind, waiting) => (await arrival.promise).exportSession(handle, kind, waiting),
	};
}
