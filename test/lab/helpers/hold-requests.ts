import { connect } from 'node:net';

// Opens COUNT connections to 127.0.0.1:PORT and begins a request on each that is never finished.
const [port, count] = process.argv.slice(2).map(Number);
for (let opened = 0; opened < (count ?? 0); opened++) {
	const socket = connect(port ?? 0, '127.0.0.1', () => socket.write('GET /slow HTTP/1.1\r\nHost: localhost\r\n'));
	socket.on('error', () => socket.destroy());
}
setInterval(() => undefined, 60_000);
