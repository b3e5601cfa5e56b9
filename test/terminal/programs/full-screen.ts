// A stand-in for a full-screen program: shows each key that it reads, and leaves the terminal as it was on q.
const enter = '\x1b[?1049h\x1b[?2004h\x1b[?25l';
const leave = '\x1b[?25h\x1b[?2004l\x1b[?1049l';
process.stdin.setRawMode(true);
process.stdout.write(`${enter}\x1b[2J\x1b[Hready 한글 ${process.stdout.columns}x${process.stdout.rows}\r\n`);
process.stdout.on('resize', () => process.stdout.write(`now ${process.stdout.columns}x${process.stdout.rows}\r\n`));
process.stdin.on('data', (data) => {
	if (data.toString() === 'q') {
		process.stdout.write(`${leave}bye\n`);
		process.exit(7);
	}
	process.stdout.write(`read ${JSON.stringify(data.toString())}\r\n`);
});
