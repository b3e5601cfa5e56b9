import { english } from '../../src/catalogue/index.ts';
import type { ArticleEntry } from '../../src/engine/door-host.ts';
import type { WizardHost } from '../../src/tui/host.ts';
import { type FakeHandle, fakeHandle } from './fake-handle.ts';
import { hostile, korean, screenOf, welcome } from './fake-screens.ts';

const articles: readonly ArticleEntry[] = [
	{
		id: 'mod-jk-shm-crash',
		title: 'mod_jk loses its shared memory',
		body: `# Shared memory\n\nThe **module** writes ${hostile}\n\n- first **bold** item ${'with many words '.repeat(12)}\n- ${korean}\n\n| file | line |\n| --- | --- |\n| jk_shm.c | 17 |\n\n\`\`\`sh\nipcs -s\n\`\`\`\n`,
	},
	{ id: 'disk-full', title: 'The disk is full', body: 'Free some space.' },
];

export interface Told {
	readonly exported: string[];
	readonly left: boolean[];
	readonly opened: string[];
	/** Control sequences for the terminal that draw nothing. */
	readonly sequences: string[];
}

export interface FakeHost {
	readonly host: WizardHost;
	readonly told: Told;
}

export function fakeHost(session: FakeHandle, part: Partial<WizardHost> = {}): FakeHost {
	const told: Told = { exported: [], left: [], opened: [], sequences: [] };
	const open = async (name: string): Promise<FakeHandle> => {
		told.opened.push(name);
		return fakeHandle({ id: name, screen: screenOf(welcome, ['choose-flow'], []) });
	};
	const host: WizardHost = {
		version: '0.0.0-test',
		catalogue: english,
		session,
		practice: [
			{ id: 'jk', title: 'mod_jk crash', summary: `A recorded server. ${korean}` },
			{ id: 'sem', title: `Semaphores ${hostile}`, summary: 'Another one.' },
		],
		openPractice: (id) => open(`practice ${id}`),
		openBundle: (path) => open(`bundle ${path}`),
		sessions: async () => [{ id: 's0', title: `root@web2 ${hostile}`, when: '2026-11-20 10:00' }],
		resume: (id) => open(`resume ${id}`),
		startFresh: () => open('fresh'),
		others: async () => [],
		watchSession: (id) => open(`watch ${id}`),
		takeOver: (id) => open(`take over ${id}`),
		articles: {
			get: (id) => articles.find((each) => each.id === id),
			search: (text) => articles.filter((each) => each.title.toLowerCase().includes(text.toLowerCase())),
		},
		previewExport: async () => ({ hidden: [], hide: [], keep: [], rules: [] }),
		exportSession: async (_, format) => `/root/report.${format}`,
		...part,
	};
	return { host, told };
}
