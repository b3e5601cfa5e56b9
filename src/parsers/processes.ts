import { factParser, type Reading, reading } from './fact-parser.ts';
import { firstLinesOf, linesOf } from './lines.ts';
import { type Process, processTable } from './process-table.ts';
import { sortProcesses } from './process-tree.ts';

/** The value of an option of httpd's command line, given apart (`-f PATH`) or together (`-fPATH`). */
function option(argv: readonly string[], name: string): string | undefined {
	const at = argv.findIndex((word, index) => index > 0 && word.startsWith(name));
	const word = argv[at];
	if (word === undefined) return undefined;
	return word === name ? argv[at + 1] : word.slice(name.length);
}

const withoutMark = (exe: string): string => exe.replace(/ \(deleted\)$/, '');

/** The uid that most children have: one that has just been forked may still be root. */
function commonest(children: readonly Process[]): Process | undefined {
	const times = (uid: number | null): number => children.filter((each) => each.uid === uid).length;
	return children.toSorted((a, b) => times(b.uid) - times(a.uid))[0];
}

/** The running httpd processes and who started whom. */
export const processesParser = factParser({
	format: 'processes',
	namespace: 'httpd',
	facts: {
		running: ['bool', 'A master process runs; children left behind by a dead one do not count'],
		serverCount: ['int', 'Number of master processes'],
		parents: ['list', 'Masters as {pid, uid, user, startedAt, exe, argv, cwd}, the newest first'],
		parentPid: ['int', 'Pid of the master started last'],
		parentUid: ['int', 'Uid of that master'],
		parentUser: ['string', 'User of that master'],
		startedAt: ['string', 'When that master was started'],
		binary: ['string', 'Program file of that master'],
		binaryReplaced: ['bool', 'That file was deleted or replaced since the start'],
		configFile: ['string', 'Configuration file of its command line (-f)'],
		serverRootArg: ['string', 'ServerRoot of its command line (-d)'],
		children: ['int', 'Number of its children'],
		childPids: ['list', 'Pids of its children'],
		childUid: ['int', 'Uid that most of its children have'],
		childUser: ['string', 'User that most of its children have'],
		orphans: ['list', 'Pids of children whose master is gone: they may still hold ports'],
		stopped: ['list', 'Pids of stopped processes (state T), which take requests but never answer'],
	},
	resemblance: (text) => {
		const table = processTable(firstLinesOf(text));
		if (!table) return 0;
		return text.startsWith('pid\tppid\t') ? 0.95 : table.header === null ? 0.5 : 0.9;
	},
	read: ({ text }) => {
		const table = processTable(linesOf(text));
		if (!table || table.isUntold) return { facts: {}, partial: true };
		const living = table.processes.filter((each) => !/^[ZX]/.test(each.state ?? ''));
		const { parents: unsorted, orphans, childrenOf } = sortProcesses(living);
		const parents = unsorted.toSorted((a, b) => ((a.startedAt ?? '') < (b.startedAt ?? '') ? 1 : -1));
		const [parent] = parents;
		const children = parent ? childrenOf(parent) : [];
		const child = commonest(children);
		const stopped = living.filter((each) => each.state === 'T' || each.state === 't');
		// That none runs is told by a table without any.
		const empty = table.header === null ? [] : [table.header];
		const lines = (some: readonly Process[]): readonly number[] => some.map((each) => each.line);
		const ofParent = <Value extends string | number | boolean>(value: Value | null | undefined): Reading<Value> | undefined =>
			parent ? reading(value ?? undefined, [parent.line]) : undefined;
		return {
			facts: {
				running: reading(parents.length > 0, parents.length > 0 ? lines(parents) : empty),
				serverCount: reading(parents.length, lines(parents)),
				parents: reading(
					parents.map(({ pid, uid, user, startedAt, exe, argv, cwd }) => ({ pid, uid, user, startedAt, exe, argv, cwd })),
					lines(parents),
				),
				parentPid: ofParent(parent?.pid),
				parentUid: ofParent(parent?.uid),
				parentUser: ofParent(parent?.user),
				startedAt: ofParent(parent?.startedAt),
				binary: ofParent(parent?.exe && withoutMark(parent.exe)),
				binaryReplaced: ofParent(parent?.exe?.endsWith(' (deleted)')),
				configFile: ofParent(parent && option(parent.argv, '-f')),
				serverRootArg: ofParent(parent && option(parent.argv, '-d')),
				children: reading(children.length, lines(children)),
				childPids: reading(
					children.map(({ pid }) => pid),
					lines(children),
				),
				childUid: reading(child?.uid ?? undefined, lines(children)),
				childUser: reading(child?.user ?? undefined, lines(children)),
				orphans: reading(
					orphans.map(({ pid }) => pid),
					lines(orphans),
				),
				stopped: reading(
					stopped.map(({ pid }) => pid),
					lines(stopped),
				),
			},
		};
	},
});
