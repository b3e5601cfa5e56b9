import { directoryOfCorePattern, handlerOfCorePattern, kindOfCorePattern, programOfCorePattern } from './core-pattern.ts';
import { factParser, type Reading, reading } from './fact-parser.ts';
import { firstLinesOf, shareOf } from './lines.ts';
import { kernelValues } from './proc-values.ts';

const pasted =
	/^(?:kernel|fs)\.[\w.]+\s*=|^==> \/proc\/sys\/\S+ <==$|\bcat \/proc\/sys\/(?:kernel|fs)\/\S+$|^\/proc\/sys\/(?:kernel|fs)\/\S+:/;
const barePattern = /^(?:\|\/\S+( %\w)*.*|core|core\.%\w|\/\S*core\S*%\w\S*)$/;

function resemblance(text: string): number {
	const lines = firstLinesOf(text);
	const share = shareOf(lines, (line) => pasted.test(line));
	if (share > 0) return 0.2 + 0.8 * share;
	return lines.length === 1 && barePattern.test(lines[0]?.text.trim() ?? '') ? 0.5 : 0;
}

/** Settings of the kernel that decide over core dumps and semaphores, one file each or as sysctl prints them. */
export const kernelSettingsParser = factParser({
	format: 'kernel-settings',
	namespace: 'kernel',
	facts: {
		corePattern: ['string', 'kernel.core_pattern as set'],
		corePatternKind: ['string', "'relative', 'absolute', 'pipe', 'socket', or 'discard' where the pattern keeps nothing"],
		corePipeHandler: ['string', "Program behind a pipe: 'systemd-coredump', 'apport', 'abrt' or 'other'"],
		corePipeProgram: ['string', 'Path of that program'],
		coreDirectory: ['string', 'Directory of an absolute pattern'],
		coreUsesPid: ['int', 'kernel.core_uses_pid: not 0 appends the pid to a pattern without %p'],
		corePipeLimit: ['int', 'kernel.core_pipe_limit: cores piped at once, 0 without limit'],
		suidDumpable: ['int', 'fs.suid_dumpable: 0 no dump after a change of uid, 1 debug, 2 only for root to read'],
		semmsl: ['int', 'Most semaphores in one set'],
		semmns: ['int', 'Most semaphores system-wide'],
		semopm: ['int', 'Most operations in one semop call'],
		semmni: ['int', 'Most semaphore sets system-wide'],
	},
	resemblance,
	read: (input) => {
		const values = kernelValues(input);
		const numberOf = (setting: string, position = 0): Reading<number> | undefined => {
			const found = values.get(setting);
			const number = Number.parseInt(found?.value.split(/\s+/)[position] ?? '', 10);
			return found && Number.isSafeInteger(number) ? reading(number, [found.line]) : undefined;
		};
		const bare = barePattern.test(input.text.trim()) ? { value: input.text.trim(), line: 1 } : undefined;
		const pattern = values.get('kernel/core_pattern') ?? (values.size === 0 ? bare : undefined);
		const kind = pattern && kindOfCorePattern(pattern.value);
		const lines = pattern ? [pattern.line] : [];
		return {
			facts: {
				corePattern: reading(pattern?.value, lines),
				corePatternKind: reading(kind, lines),
				corePipeHandler:
					pattern && (kind === 'pipe' || kind === 'socket') ? reading(handlerOfCorePattern(pattern.value), lines) : undefined,
				corePipeProgram: pattern && kind === 'pipe' ? reading(programOfCorePattern(pattern.value), lines) : undefined,
				coreDirectory: pattern && kind === 'absolute' ? reading(directoryOfCorePattern(pattern.value), lines) : undefined,
				coreUsesPid: numberOf('kernel/core_uses_pid'),
				corePipeLimit: numberOf('kernel/core_pipe_limit'),
				suidDumpable: numberOf('fs/suid_dumpable'),
				semmsl: numberOf('kernel/sem', 0),
				semmns: numberOf('kernel/sem', 1),
				semopm: numberOf('kernel/sem', 2),
				semmni: numberOf('kernel/sem', 3),
			},
		};
	},
});
