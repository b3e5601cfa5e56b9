import { readFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { connect, createServer } from 'node:net';

/** What a client saw: a status, or why there was none. */
export type Reply = { readonly status: number } | { readonly error: string };

/** One request on a connection of its own to 127.0.0.1. Never rejects. */
export function get(port: number, path = '/', timeoutMs = 5000): Promise<Reply> {
	return new Promise((resolve) => {
		const outgoing = httpRequest({ host: '127.0.0.1', port, path, agent: false, timeout: timeoutMs }, (response) => {
			response.resume();
			response.once('error', (error) => resolve({ error: error.message }));
			response.once('end', () => resolve({ status: response.statusCode ?? 0 }));
		});
		outgoing.once('timeout', () => outgoing.destroy(new Error('timeout')));
		outgoing.once('error', (error) => resolve({ error: error.message }));
		outgoing.end();
	});
}

export async function answers(port: number): Promise<boolean> {
	return 'status' in (await get(port, '/', 1000));
}

/** Whether a connection can be made. */
export function accepts(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const socket = connect(port, '127.0.0.1');
		socket.once('error', () => resolve(false));
		socket.once('connect', () => {
			socket.destroy();
			resolve(true);
		});
	});
}

/** Connections to 127.0.0.1:PORT that a process has taken, not only the kernel: before that they have no inode. */
export function acceptedConnections(port: number): number {
	const local = `0100007F:${port.toString(16).toUpperCase().padStart(4, '0')}`;
	const established = '01';
	return readFileSync('/proc/net/tcp', 'utf8')
		.split('\n')
		.map((line) => line.trim().split(/\s+/))
		.filter(([, address, , state, , , , , , inode]) => address === local && state === established && inode !== '0').length;
}

function isFree(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const server = createServer();
		server.once('error', () => resolve(false));
		server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
	});
}

/** Different free ports of 127.0.0.1, below those that the kernel gives to outgoing connections. */
export async function freePorts(count: number): Promise<number[]> {
	const found = new Set<number>();
	while (found.size < count) {
		const port = 20_000 + Math.floor(Math.random() * 12_000);
		if (!found.has(port) && (await isFree(port))) found.add(port);
	}
	return [...found];
}
