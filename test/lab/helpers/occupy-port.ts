import { createServer } from 'node:net';

// Listens on 127.0.0.1:PORT and answers nothing.
createServer().listen(Number(process.argv[2]), '127.0.0.1');
