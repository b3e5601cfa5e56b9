import { factParser, reading } from './fact-parser.ts';
import { lastWord } from './last-word.ts';
import { firstLinesOf, linesOf, shareOf } from './lines.ts';
import { filesOf } from './source-files.ts';
import { type Assignment, assignmentsOf, systemdOrder } from './systemd-config.ts';
import { systemdBool, systemdSeconds } from './systemd-values.ts';

const keys =
	/^#?\s*(?:NAutoVTs|ReserveVT|Kill(?:UserProcesses|OnlyUsers|ExcludeUsers)|InhibitDelayMaxSec|UserStopDelaySec|SleepOperation|Handle\w+|\w+IgnoreInhibited|HoldoffTimeoutSec|Idle\w+|RuntimeDirectory\w+|RemoveIPC|UserTasksMax|(?:Inhibitors|Sessions)Max|StopIdleSessionSec|DesignatedMaintenanceTime|WallMessages|Controllers|ResetControllers)\s*=/;

function resemblance(text: string): number {
	const lines = firstLinesOf(text);
	const isLogind = lines.some((line) => line.text.trim() === '[Login]');
	const share = shareOf(
		lines.filter((line) => !/^\s*#(?!\s*\w+=)/.test(line.text)),
		(line) => line === '[Login]' || keys.test(line),
	);
	if (isLogind) return 0.25 + 0.75 * share;
	// Excerpts: several properties without the section, or one that the file alone knows.
	return share > 0.5 ? 0.7 * share : 0;
}

/** The last usable value of a key, and the lines it rests on; systemd ignores values that it cannot read. */
function last<Value extends boolean | number>(
	assignments: readonly Assignment[],
	key: string,
	read: (text: string) => Value | undefined,
): { readonly value: Value; readonly file: string; readonly lines: readonly number[] } | undefined {
	const found = lastWord(assignments, (each) => (each.key === key ? read(each.value) : undefined));
	return found && { value: found.value, file: found.items.at(-1)?.file ?? '', lines: found.items.flatMap(({ lines }) => lines) };
}

/** logind.conf with its drop-ins. A commented line is no setting. */
export const logindConfParser = factParser({
	format: 'logind-conf',
	namespace: 'logind',
	facts: {
		removeIpc: ['bool', 'RemoveIPC as set in the files. Unknown where none sets it: then the built-in default holds'],
		removeIpcFile: ['string', 'File whose RemoveIPC counts'],
		shippedRemoveIpc: ['bool', 'RemoveIPC in a commented line: the default of the version that shipped the file'],
		userStopDelaySec: ['int', 'UserStopDelaySec as set, in seconds; -1 for ever'],
		killUserProcesses: ['bool', 'KillUserProcesses as set'],
	},
	resemblance,
	read: (input) => {
		const files = systemdOrder(filesOf(input));
		const all = files.flatMap(assignmentsOf);
		// Excerpts such as the answer of grep have no section; a real file without one sets nothing.
		const isExcerpt = input.spans.length === 0 && !/^\s*\[[^\]]+\]\s*$/m.test(input.text);
		const assignments = all.filter((each) => each.section === 'Login' || isExcerpt);
		const removeIpc = last(assignments, 'RemoveIPC', systemdBool);
		const delay = last(assignments, 'UserStopDelaySec', systemdSeconds);
		const kill = last(assignments, 'KillUserProcesses', systemdBool);
		const shipped = linesOf(input.text).findLast((line) => /^\s*#\s*RemoveIPC=(?:yes|no)\s*$/.test(line.text));
		const understood = assignments.length > 0 || /^\s*\[Login\]\s*$/m.test(input.text);
		return {
			partial: !understood || isExcerpt,
			facts: {
				removeIpc: reading(removeIpc?.value, removeIpc?.lines),
				removeIpcFile: reading(removeIpc?.file || undefined, removeIpc?.lines),
				shippedRemoveIpc: shipped && reading(/yes\s*$/.test(shipped.text), [shipped.number]),
				userStopDelaySec: reading(delay?.value, delay?.lines),
				killUserProcesses: reading(kill?.value, kill?.lines),
			},
		};
	},
});
