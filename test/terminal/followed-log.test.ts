import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isMissing } from '../program.ts';
import type { TerminalSession } from './terminal.ts';
import { openWizard, pressUntil, settled } from './wizard.ts';

const started =
	'[Sat Nov 21 10:00:00.000000 2026] [mpm_prefork:notice] [pid 41] AH00163: Apache/2.4.65 (Unix) configured -- resuming normal operations\n';
const said = '[Sat Nov 21 10:00:01.000000 2026] [php:notice] [pid 43] only words\n';
const died =
	'[Sat Nov 21 10:00:02.000000 2026] [core:notice] [pid 41] AH00052: child pid 43 exit signal Segmentation fault (11)\n';

describe.skipIf(isMissing)('an error log that is written to while the wizard shows it', () => {
	let home: string;
	let log: string;
	let session: TerminalSession;
	beforeEach(() => {
		home = mkdtempSync(join(tmpdir(), 'httpd-medic-followed-'));
		log = join(home, 'error.log');
		writeFileSync(log, `${started}${died}`);
		session = openWizard({ hints: ['--error-log', log], within: [] }, { home });
	});
	afterEach(async () => {
		await session.close();
		rmSync(home, { recursive: true });
	});

	it('updates the step that collected it, and is read again by a key', async () => {
		await settled(session);
		await session.press('enter');
		await session.waitFor(/All evidence is in/);
		appendFileSync(log, said);
		await session.waitFor(/Log: 1 new line, none that matters \(r reads it again\)\. Last: only words/);
		appendFileSync(log, died);
		await session.waitFor(/Log: 2 new lines, 1 that matters .*AH00052: child/);
		await session.type('r');
		await session.waitFor((screen) => /All evidence is in/.test(screen) && !/Log: \d/.test(screen));
	});

	it('updates the diagnosis, which is made anew of what came', async () => {
		await pressUntil(session, 'enter', /^DIAGNOSED: /m);
		expect(session.text()).not.toContain('Log:');
		appendFileSync(log, `${said}${died.replace('02.000000', '03.000000').replace('pid 43', 'pid 44')}`);
		await session.waitFor(/Log: 2 new lines, 1 that matters \(r reads it again\)/);
		expect(session.text()).toContain('1 child died by signal');
		await session.type('r');
		await session.waitFor((screen) => !/Log: \d/.test(screen) && screen.includes('2 children died by signal'));
	});
});
