import { describe, expect, it } from 'vitest';
import { comingHost } from '../../src/cli/coming-host.ts';
import { ComingSession } from '../../src/cli/coming-session.ts';
import { createTerminal } from '../../src/cli/terminal.ts';
import type { OpenedHost } from '../../src/cli/wizard-host.ts';
import type { Intent, SessionEvent } from '../../src/domain/index.ts';
import type { SessionHandle } from '../../src/engine/handle.ts';
import { comingScreen } from '../../src/session/view/coming.ts';

const first = comingScreen({ uri: 'local', title: 'op@web1', isRoot: true }, [
	{ id: 'accept-mutex', title: 'A lost lock', symptom: 'The server is gone' },
]);
const later = comingScreen({ uri: 'local', title: 'op@web1', isRoot: true }, []);
const note: Intent = { type: 'note', text: 'called by the shop' };

class Opened implements SessionHandle {
	readonly id = 'session-1';
	readonly sent: Intent[] = [];
	readonly listeners = new Set<() => void>();
	closed = 0;
	readonly subscribe = (listener: () => void) => {
		this.listeners.add(listener);
		return () => this.listeners.delete(listener);
	};
	readonly screen = () => later;
	readonly events = (): readonly SessionEvent[] => [];
	readonly evidenceText = (id: string) => `text of ${id}`;
	readonly send = async (intent: Intent) => void this.sent.push(intent);
	readonly close = async () => {
		this.closed += 1;
	};
}

describe('a session that is still being opened', () => {
	it('shows who works where and every symptom, and is looking', () => {
		const session = new ComingSession(first);
		expect(session.screen().banner).toMatchObject({ target: 'op@web1', isRoot: true, isLive: true });
		expect(session.screen().body).toMatchObject({ looking: true, symptoms: [{ flow: 'accept-mutex', label: 'A lost lock' }] });
		expect(session.screen()).toBe(session.screen());
		expect(session.events()).toBe(session.events());
	});

	it('sends what was sent too early once it is there, and tells of it', async () => {
		const session = new ComingSession(first);
		const real = new Opened();
		let told = 0;
		session.subscribe(() => {
			told += 1;
		});
		const sent = session.send(note);
		expect(real.sent).toEqual([]);
		session.arrive(real);
		await sent;
		expect(real.sent).toEqual([note]);
		expect(told).toBe(1);
		for (const listener of real.listeners) listener();
		expect(told).toBe(2);
		expect([session.id, session.screen(), session.evidenceText('a')]).toEqual(['session-1', later, 'text of a']);
	});

	it('is closed when it comes after it was closed', async () => {
		const session = new ComingSession(first);
		const real = new Opened();
		const closing = session.close();
		session.arrive(real);
		await closing;
		expect(real.closed).toBe(1);
	});

	it('rejects what was sent, and can be closed, when it never comes', async () => {
		const session = new ComingSession(first);
		const sent = session.send(note);
		session.fail(new Error('the disk is full'));
		await expect(sent).rejects.toThrow('the disk is full');
		await expect(session.close()).resolves.toBeUndefined();
	});
});

describe('its host', () => {
	it('passes on why it could not be opened', async () => {
		const session = new ComingSession(first);
		const open = (): Promise<OpenedHost> => Promise.reject(new Error('no such folder'));
		const host = comingHost(session, createTerminal(), open);
		expect(host.practice).toEqual([]);
		await expect(host.opening?.()).rejects.toThrow('no such folder');
		await expect(host.sessions()).rejects.toThrow('no such folder');
	});
});
