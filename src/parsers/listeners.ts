import { factParser, reading } from './fact-parser.ts';
import { firstLinesOf, type Line, linesOf, shareOf } from './lines.ts';

interface Socket {
	readonly address: string;
	readonly port: number;
	/** First of the processes that hold the socket; null where the listing does not tell. */
	readonly process: string | null;
	readonly pid: number | null;
	readonly pids: readonly number[];
	readonly line: number;
}

const ssRow = /^(?:tcp\s+)?LISTEN\s+\d+\s+\d+\s+(\S+):(\d+)\s+\S+:(?:\*|\d+)(.*)$/;
/** BSD and macOS part the port with a dot. */
const netstatRow = /^tcp(?:4|6|46)?\s+\d+\s+\d+\s+(\S+)[.:](\d+)\s+\S+[.:]\*\s+LISTEN\s*(?:(\d+)\/(\S+)|-)?/;
const header =
	/^(?:Netid\s+)?State\s+Recv-Q\s+Send-Q\s+Local Address:Port|^Proto\s+Recv-Q\s+Send-Q\s+Local Address|^Active Internet connections/;

/** Without the brackets of IPv6 and the interface that `ss` appends. */
const bare = (address: string): string => address.replace(/%[\w.-]+/, '').replace(/^\[(.*)\]$/, '$1');

function socketOf({ number, text }: Line): Socket | undefined {
	const [, address, port, users = ''] = ssRow.exec(text.trim()) ?? [];
	if (address !== undefined) {
		const holders = [...users.matchAll(/"([^"]*)",pid=(\d+)/g)].map(([, name = '', pid]) => ({ name, pid: Number(pid) }));
		const [first] = holders;
		const pids = [...new Set(holders.map(({ pid }) => pid))];
		return {
			address: bare(address),
			port: Number(port),
			process: first?.name ?? null,
			pid: first?.pid ?? null,
			pids,
			line: number,
		};
	}
	const [, local, at, pid, name] = netstatRow.exec(text.trim()) ?? [];
	if (local === undefined) return undefined;
	const holder = pid === undefined ? null : Number(pid);
	return {
		address: bare(local),
		port: Number(at),
		process: name ?? null,
		pid: holder,
		pids: holder === null ? [] : [holder],
		line: number,
	};
}

const isLoopback = (address: string): boolean => /^127\.|^::1$|^::ffff:127\./.test(address);

/** TCP sockets that wait for connections, and who holds them. */
export const listenersParser = factParser({
	format: 'listeners',
	namespace: 'listen',
	facts: {
		sockets: ['list', 'Sockets as {address, port, process, pid, pids}; process and pid are null where they are hidden'],
		ports: ['list', 'Ports that are listened on'],
		ajpExposed: ['bool', 'Port 8009 is open on an address that other machines can reach'],
	},
	resemblance: (text) => {
		const lines = firstLinesOf(text);
		const share = shareOf(lines, (line) => header.test(line) || ssRow.test(line) || netstatRow.test(line));
		return share === 0 ? 0 : 0.2 + 0.8 * share;
	},
	read: ({ text }) => {
		const lines = linesOf(text);
		const sockets = lines.flatMap((line) => socketOf(line) ?? []);
		const head = lines.find((line) => header.test(line.text.trim()));
		if (!head && sockets.length === 0) return { facts: {} };
		const cited = sockets.map(({ line }) => line);
		const exposed = sockets.filter(({ address, port }) => port === 8009 && !isLoopback(address));
		return {
			facts: {
				sockets: reading(
					sockets.map(({ line: _line, ...socket }) => socket),
					cited,
				),
				ports: reading([...new Set(sockets.map(({ port }) => port))], cited),
				ajpExposed: reading(
					exposed.length > 0,
					exposed.map(({ line }) => line),
				),
			},
		};
	},
});
