import type { Remark } from './reading.ts';

/** What the debugger says to install so that functions and lines get their names. */
export interface MissingDebuginfo {
	/** Packages with versions, or files and build ids where the debugger knows no package. */
	readonly names: readonly string[];
	/** The command as the debugger gives it; null where it gives none. */
	readonly command: string | null;
	readonly lines: readonly number[];
}

const packages = /^Missing separate debuginfos?, use: (.*)$/;
const file = /^Missing separate debuginfo for (\S+)/;
const tryCommand = /^Try: (.+)$/;
const packageName = /^[A-Za-z][\w.+~-]*-\d[\w.+~:^-]*$/;
const commandWord = /^(?:sudo|dnf|yum|zypper|microdnf|debuginfo-install|install|-C|-y)$/;

/** A command as it can be typed: what the one who quoted it put between the packages is left out. */
function typed(text: string): string {
	const words = text.trim().split(/\s+/);
	return words.filter((word) => packageName.test(word) || commandWord.test(word)).join(' ');
}

function packagesIn(text: string): readonly string[] {
	return text.split(/[\s,]+/).filter((word) => packageName.test(word) && !word.startsWith('debuginfo-install'));
}

/** Reads gdb's hints, wrapped lines joined as long as they hold nothing but packages. */
export function missingDebuginfo(remarks: readonly Remark[], followers: (line: number) => string | undefined): MissingDebuginfo {
	const names: string[] = [];
	const lines: number[] = [];
	let command: string | null = null;
	for (const { text, line } of remarks) {
		const listed = packages.exec(text)?.[1];
		if (listed !== undefined) {
			let whole = listed;
			lines.push(line);
			for (let next = line + 1; ; next++) {
				const words =
					followers(next)
						?.split(/\s+/)
						.filter((word) => word !== '') ?? [];
				if (words.length === 0 || !words.every((word) => packageName.test(word) || commandWord.test(word))) break;
				whole += ` ${words.join(' ')}`;
				lines.push(next);
			}
			command ??= typed(whole);
			names.push(...packagesIn(whole));
			continue;
		}
		const single = file.exec(text)?.[1];
		if (single !== undefined) {
			names.push(single);
			lines.push(line);
			continue;
		}
		const tried = tryCommand.exec(text)?.[1];
		if (tried !== undefined && lines.includes(line - 1)) {
			command ??= tried;
			lines.push(line);
		}
	}
	return { names: [...new Set(names)], command, lines };
}
