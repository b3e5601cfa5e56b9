import type { ParserInput } from '../domain/index.ts';
import { linesOf } from './lines.ts';
import { filesOf } from './source-files.ts';

/** The value of one kernel setting and the line that gives it. */
export interface KernelValue {
	readonly value: string;
	readonly line: number;
}

const settingOfPath = (path: string): string | undefined => /^\/proc\/(?:sys\/)?(\S+)$/.exec(path)?.[1];

/** Value printed below `cat /proc/sys/…` in a copied terminal, or `grep . /proc/sys/…`, or `name = value` of sysctl. */
function pastedValues(text: string): ReadonlyMap<string, KernelValue> {
	const values = new Map<string, KernelValue>();
	let asked: string | undefined;
	for (const { number, text: line } of linesOf(text)) {
		if (asked !== undefined && line.trim() !== '') {
			values.set(asked, { value: line.trim(), line: number });
			asked = undefined;
			continue;
		}
		asked = settingOfPath(/(?:^|[#$%>]\s*)(?:sudo )?cat (\/proc\/sys\/\S+)\s*$/.exec(line)?.[1] ?? '');
		const [, path, printed] = /^(\/proc\/sys\/[^:\s]+):(.*)$/.exec(line) ?? [];
		const [, name, value] = /^((?:kernel|fs)\.\S+)\s*=\s*(.*)$/.exec(line) ?? [];
		const setting = path === undefined ? name?.replaceAll('.', '/') : settingOfPath(path);
		if (setting !== undefined) values.set(setting, { value: (printed ?? value ?? '').trim(), line: number });
	}
	return values;
}

/** Kernel settings by their path below /proc/sys, such as `kernel/core_pattern`. The last one stated counts. */
export function kernelValues(input: ParserInput): ReadonlyMap<string, KernelValue> {
	const values = new Map<string, KernelValue>();
	for (const file of filesOf(input)) {
		const setting = settingOfPath(file.path.replace(/^cat /, ''));
		const first = file.lines[0];
		if (setting !== undefined && first) values.set(setting, { value: first.text.trim(), line: first.number });
	}
	return values.size > 0 ? values : pastedValues(input.text);
}
