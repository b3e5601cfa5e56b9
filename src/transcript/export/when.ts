import type { TranscriptMessages } from '../../catalogue/index.ts';
import type { Redacted } from '../redact.ts';
import type { Transcript } from '../transcript.ts';

type Zone = Pick<Redacted<Transcript>, 'zone'>['zone'];

/** `2025-11-21 19:31:07` in the zone of the transcript. */
export function when(seconds: number, zone: Zone): string {
	const time = new Date((seconds + zone.offsetMinutes * 60) * 1000);
	return Number.isNaN(time.getTime()) ? '?' : time.toISOString().replace('T', ' ').slice(0, 19);
}

/** `UTC+01:00`, and whether it is a guess. */
export function zoneName({ offsetMinutes, isKnown }: Zone, m: TranscriptMessages): string {
	if (!isKnown) return m.unknownZone;
	const minutes = Math.abs(offsetMinutes);
	const digits = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
	return minutes === 0 ? 'UTC' : `UTC${offsetMinutes < 0 ? '-' : '+'}${digits}`;
}
