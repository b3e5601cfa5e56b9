import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../src/domain/index.ts';
import { mergeFacts } from '../../src/flow/index.ts';
import { errorLogParser } from '../../src/parsers/error-log/index.ts';
import { inputOf } from '../parsers/evidence.ts';

const started = (day: number) =>
	`[Tue Mar ${day} 08:00:00.000001 2025] [mpm_event:notice] [pid 900:tid 1] AH00489: Apache/2.4.62 (Debian) configured -- resuming normal operations\n`;
const died = (day: number) =>
	`[Tue Mar ${day} 09:00:00.000001 2025] [core:notice] [pid 900:tid 1] AH00052: child pid 977 exit signal Segmentation fault (11)\n`;
const stopped = (day: number) =>
	`[Tue Mar ${day} 10:00:00.000001 2025] [mpm_event:notice] [pid 900:tid 1] AH00491: caught SIGTERM, shutting down\n`;
const refused = (day: number) =>
	`[Tue Mar ${day} 09:30:00.000001 2025] [proxy:error] [pid 911:tid 1] (111)Connection refused: AH00957: AJP: attempt to connect to 127.0.0.1:8009 (localhost:8009) failed\n`;

/** The facts of several logs of one server. */
function logs(...texts: readonly string[]) {
	const captured = texts.map((text, index) => {
		const id = `e${index + 1}`;
		const facts = errorLogParser.parse(inputOf(text)).statements.map(({ name, value, lines }) => ({
			...{ name, value, partial: false },
			citations: lines.map((range) => ({ evidence: id, ...range })),
		}));
		return { evidence: { id, collector: 'operator', source: id, sha256: id, format: 'error-log', problem: null }, facts };
	});
	const base = mergeFacts(errorLogParser.facts, captured);
	return { base, value: (name: string): JsonValue | undefined => base.value(`log.${name}`) };
}

describe('several error logs of one server', () => {
	it.each([
		['the older one first', [started(10) + died(10) + stopped(10), started(11)]],
		['the older one last', [started(11), started(10) + died(10) + stopped(10)]],
	])('count what is older than the last start as old: %s', (_order, texts) => {
		const { value, base } = logs(...texts);
		expect(value('childSignals')).toBe(0);
		expect(value('oldFailures')).toBe(1);
		expect(value('oldFamilies')).toEqual(['child-segfault']);
		expect(value('oldLastAt')).toBe('2025-03-10T09:00:00');
		expect(value('primaryFamily')).toBeUndefined();
		expect(value('lastEvent')).toBe('started');
		expect(base.lookup('log.childSignals')?.citations).toEqual([]);
		expect(base.lookup('log.oldFailures')?.citations.map((each) => each.firstLine)).toEqual([2]);
	});

	it('count what a virtual host tells since the start, and not what it told before', () => {
		expect(logs(started(11), refused(11)).value('ajpBackendDown')).toBe(1);
		expect(logs(started(11), refused(10)).value('ajpBackendDown')).toBe(0);
		expect(logs(started(11), refused(10)).value('oldFailures')).toBe(1);
	});

	it('let the log that knows say what became of the server', () => {
		expect(logs(started(11) + stopped(11), refused(11)).value('lastEvent')).toBe('stopped');
	});

	it('keep what has no time, such as the output of a failed start', () => {
		const terminal = '(98)Address already in use: AH00072: make_sock: could not bind to address [::]:80\n';
		expect(logs(started(11), terminal).value('portInUse')).toBe(1);
	});
});
