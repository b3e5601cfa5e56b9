import { type Found, measure, rounds } from './group.ts';
import { BareTerminal } from './program.ts';
import { isInstalled, run } from './run.ts';
import { shipped } from './shipped.ts';

const times = 15;
/** ansible takes half a second each time. */
const peerTimes = 5;
const peers: readonly (readonly [string, ...string[]])[] = [
	['python3', '-c', '0'],
	['lnav', '-V'],
	['ansible', '--version'],
];

/** How long the program takes to start, as multiples of an empty Node in the same round, so that the machine cancels out. */
export async function measureStart(home: string): Promise<Found> {
	const { argv, title } = shipped();
	const timeOf = async (words: readonly string[]): Promise<number> => (await run(words, { home })).milliseconds;
	const frame = async (): Promise<number> => {
		const begin = performance.now();
		const terminal = new BareTerminal(argv, home);
		try {
			await terminal.firstFrame();
			return performance.now() - begin;
		} finally {
			terminal.close();
		}
	};
	const bareNode = [process.execPath, '-e', '0'];
	const samples = await rounds(times, async () => {
		const bare = await timeOf(bareNode);
		return { bare, help: await timeOf([...argv, '--help']), first: await frame() };
	});
	const all = { measures: [], notes: [`Start-up is that of ${title}.`] };
	const others = await Promise.all(peers.map(async (peer) => ({ peer, isHere: await isInstalled(peer, home) })));
	const peerMeasures = [];
	for (const { peer } of others.filter(({ isHere }) => isHere)) {
		const found = await rounds(peerTimes, async () => ({ bare: await timeOf(bareNode), own: await timeOf(peer) }));
		peerMeasures.push(
			measure(
				`${peer.join(' ')} / node -e 0`,
				found.map(({ own, bare }) => own / bare),
				'x',
			),
		);
	}
	const skipped = others.filter(({ isHere }) => !isHere).map(({ peer }) => `${peer[0]} is not installed: not compared.`);
	return {
		measures: [
			measure('node -e 0', pick(samples, 'bare'), 'ms'),
			measure('--help', pick(samples, 'help'), 'ms'),
			measure('first frame', pick(samples, 'first'), 'ms'),
			measure('--help / node -e 0', ratio(samples, 'help'), 'x', 1.2),
			measure('first frame / node -e 0', ratio(samples, 'first'), 'x', 2.5),
			...peerMeasures,
		],
		notes: [...all.notes, ...skipped],
	};
}

interface Start {
	readonly bare: number;
	readonly help: number;
	readonly first: number;
}

function pick(samples: readonly Start[], which: keyof Start): readonly number[] {
	return samples.map((sample) => sample[which]);
}

function ratio(samples: readonly Start[], which: 'help' | 'first'): readonly number[] {
	return samples.map((sample) => sample[which] / sample.bare);
}
