import { describe, expect, it } from 'vitest';
import { logindConfParser } from '../../src/parsers/logind-conf.ts';
import { captured, citedBy, factsOf, fixture, inputOf } from './evidence.ts';

const login = (value: string) => `[Login]\nRemoveIPC=${value}\n`;
const removeIpc = (evidence: Parameters<typeof factsOf>[1]) => factsOf(logindConfParser, evidence).removeIpc;

describe('logind.conf', () => {
	it('does not take a commented line for a setting', () => {
		expect(factsOf(logindConfParser, fixture('logind-conf.txt'))).toEqual({ shippedRemoveIpc: false, userStopDelaySec: 90 });
	});

	it.each(['yes', 'true', 'on', '1', 'Yes', 'TRUE'])('takes %s for on', (value) => expect(removeIpc(login(value))).toBe(true));
	it.each(['no', 'false', 'off', '0'])('takes %s for off', (value) => expect(removeIpc(login(value))).toBe(false));
	it.each(['', 'maybe', 'no # keep them'])('ignores "%s" as systemd does', (value) =>
		expect(removeIpc(login(value))).toBeUndefined(),
	);

	it('looks into its own section only', () => {
		expect(removeIpc('[Service]\nRemoveIPC=yes\n[Login]\nRemoveIPC=no\n[Install]\nRemoveIPC=yes\n')).toBe(false);
		expect(removeIpc(captured({ '/etc/systemd/logind.conf': 'RemoveIPC=no\n' }))).toBeUndefined();
	});

	it('takes an excerpt without sections for a part', () => {
		const output = logindConfParser.parse(inputOf('RemoveIPC=no\n'));
		expect(output).toMatchObject({ partial: true, statements: [{ value: false }] });
	});

	it('sorts the drop-ins of cat-config by name, and the last one wins', () => {
		const text = fixture('logind-cat-config.txt');
		expect(factsOf(logindConfParser, text)).toMatchObject({
			removeIpc: true,
			removeIpcFile: '/run/systemd/logind.conf.d/zz-site.conf',
			killUserProcesses: true,
		});
		expect(citedBy(logindConfParser, text, 'removeIpc')).toEqual(['[Login]', 'RemoveIPC = true']);
	});

	it('lets a drop-in replace the one of the same name in a lower directory', () => {
		const files = {
			'/usr/lib/systemd/logind.conf.d/90-ipc.conf': login('yes'),
			'/etc/systemd/logind.conf': login('yes'),
			'/run/systemd/logind.conf.d/90-ipc.conf': login('yes'),
			'/etc/systemd/logind.conf.d/90-ipc.conf': '[Login]\n',
			'/usr/local/lib/systemd/logind.conf.d/10-ipc.conf': login('no'),
		};
		expect(factsOf(logindConfParser, captured(files))).toMatchObject({
			removeIpc: false,
			removeIpcFile: '/usr/local/lib/systemd/logind.conf.d/10-ipc.conf',
		});
	});

	it('lets an empty drop-in mask one of the same name', () => {
		const files = {
			'/usr/lib/systemd/logind.conf.d/ipc.conf': login('no'),
			'/etc/systemd/logind.conf.d/ipc.conf': '',
		};
		expect(removeIpc(captured(files))).toBeUndefined();
	});

	it('prefers the main file of the administrator', () => {
		expect(removeIpc(captured({ '/usr/lib/systemd/logind.conf': login('yes'), '/etc/systemd/logind.conf': login('no') }))).toBe(
			false,
		);
	});

	it('cites every assignment and its section that has to go for the value to change', () => {
		const files = { '/etc/systemd/logind.conf': login('yes'), '/etc/systemd/logind.conf.d/a.conf': login('yes') };
		expect(citedBy(logindConfParser, captured(files), 'removeIpc')).toEqual([
			'[Login]',
			'RemoveIPC=yes',
			'[Login]',
			'RemoveIPC=yes',
		]);
	});

	it.each([
		['10', 10],
		['5min', 300],
		['1h 30s', 3630],
		['500ms', 1],
		['infinity', -1],
		['soon', undefined],
	])('reads the delay %s', (text, seconds) =>
		expect(factsOf(logindConfParser, `[Login]\nUserStopDelaySec=${text}\n`).userStopDelaySec).toBe(seconds),
	);
});
