export const libfaketime = '/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1';

/**
 * Words before a start command that set its clock back. The program `faketime` would do it too, but waits for ever for a server
 * that goes into the background.
 */
export function daysAgo(days: number): readonly string[] {
	return ['env', `LD_PRELOAD=${libfaketime}`, `FAKETIME=-${days}d`, 'FAKETIME_DONT_FAKE_MONOTONIC=1'];
}
