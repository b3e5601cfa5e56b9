import { describe, expect, it } from 'vitest';
import { hereNow, listRecordings } from '../../src/cli/recordings.ts';

describe('a session on a recording', () => {
	it('goes on where another installation keeps the recording', async () => {
		const [first] = await listRecordings();
		const name = first?.uri.split('/').at(-1);
		expect(hereNow(`recording:/$bunfs/root/recordings/${name}`)).toBe(first?.uri);
	});

	it('is left as it is where it is of no recording that is shipped, or of one that is there', async () => {
		const [first] = await listRecordings();
		for (const uri of ['local', 'recording:/nowhere/mine.json', 'bundle:/nowhere', first?.uri ?? ''])
			expect(hereNow(uri)).toBe(uri);
	});
});
