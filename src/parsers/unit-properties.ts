import { factParser, type Reading, reading } from './fact-parser.ts';
import { firstLinesOf, type Line, linesOf, shareOf } from './lines.ts';
import { systemdBool, systemdLimit } from './systemd-values.ts';

type Properties = ReadonlyMap<string, { readonly value: string; readonly line: number }>;

/** Units are separated by blank lines. */
function units(lines: readonly Line[]): readonly Properties[] {
	const found: Map<string, { value: string; line: number }>[] = [new Map()];
	for (const { number, text } of lines) {
		const [, name, value = ''] = /^([A-Z]\w+)=(.*)$/.exec(text) ?? [];
		if (text.trim() === '') found.push(new Map());
		else if (name !== undefined) found.at(-1)?.set(name, { value, line: number });
	}
	return found.filter((unit) => unit.size > 0);
}

const telltale =
	/^(?:ActiveState|SubState|LoadState|FragmentPath|ExecMainStatus|LimitCORE(?:Soft)?|PrivateTmp|ProtectSystem|UnitFileState|MainPID)=/;

/** Of several units asked for, since the name of httpd's differs, the one that exists. */
export const unitPropertiesParser = factParser({
	format: 'unit-properties',
	namespace: 'unit',
	facts: {
		id: ['string', 'Name of the unit'],
		limitCore: ['int', 'LimitCORE (hard) in bytes; -1 unlimited'],
		limitCoreSoft: ['int', 'LimitCORE (soft) in bytes; -1 unlimited'],
		memoryMax: ['int', 'MemoryMax in bytes; -1 unlimited'],
		tasksMax: ['int', 'TasksMax; -1 unlimited'],
		privateTmp: ['bool', 'The unit has a /tmp and /var/tmp of its own'],
		protectSystem: ['string', "'no', 'yes', 'full' or 'strict'"],
		protectHome: ['string', "'no', 'yes', 'read-only' or 'tmpfs'"],
		privateIpc: ['bool', 'The unit has an IPC namespace of its own, out of reach of logind'],
		readWritePaths: ['list', 'Paths that stay writable below a protected system'],
		user: ['string', 'User= of the unit'],
		loadState: ['string', "'loaded', 'not-found', 'masked' …"],
		activeState: ['string', "'active', 'failed', 'inactive' …"],
		subState: ['string', "'running', 'dead', 'failed' …"],
		result: ['string', "Why it ended: 'success', 'exit-code', 'signal', 'core-dump', 'oom-kill' …"],
		execMainStatus: ['int', 'Exit status or signal of the main process'],
		mainPid: ['int', 'Pid of the main process; 0 where there is none'],
		fragmentPath: ['string', 'Unit file'],
		dropInPaths: ['list', 'Drop-ins of the unit'],
	},
	resemblance: (text) => {
		const lines = firstLinesOf(text);
		if (!lines.some((line) => telltale.test(line.text))) return 0;
		return 0.9 * shareOf(lines, (line) => /^[A-Z]\w+=/.test(line));
	},
	read: ({ text }) => {
		const found = units(linesOf(text));
		const unit = found.find((each) => each.get('LoadState')?.value === 'loaded') ?? found[0];
		const as = <Value extends string | number | boolean | readonly string[]>(
			name: string,
			read: (value: string) => Value | undefined,
		): Reading<Value> | undefined => {
			const property = unit?.get(name);
			return property && reading(read(property.value), [property.line]);
		};
		const word = (name: string) => as(name, (value) => value || undefined);
		const whole = (name: string) => as(name, (value) => (/^\d+$/.test(value) ? Number(value) : undefined));
		const list = (name: string) => as(name, (value) => value.split(/\s+/).filter((each) => each !== ''));
		return {
			facts: {
				id: word('Id'),
				limitCore: as('LimitCORE', systemdLimit),
				limitCoreSoft: as('LimitCORESoft', systemdLimit),
				memoryMax: as('MemoryMax', systemdLimit),
				tasksMax: as('TasksMax', systemdLimit),
				privateTmp: as('PrivateTmp', systemdBool),
				protectSystem: word('ProtectSystem'),
				protectHome: word('ProtectHome'),
				privateIpc: as('PrivateIPC', systemdBool),
				readWritePaths: list('ReadWritePaths'),
				user: word('User'),
				loadState: word('LoadState'),
				activeState: word('ActiveState'),
				subState: word('SubState'),
				result: word('Result'),
				execMainStatus: whole('ExecMainStatus'),
				mainPid: whole('MainPID'),
				fragmentPath: word('FragmentPath'),
				dropInPaths: list('DropInPaths'),
			},
		};
	},
});
