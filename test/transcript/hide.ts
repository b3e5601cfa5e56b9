import { type RedactionChoices, Redactor } from '../../src/transcript/redaction/redactor.ts';

export const noChoices: RedactionChoices = { keep: [], hide: [], hosts: [], users: [] };

/** The lines of one text as an export would show them. */
export function hideAll(lines: readonly string[], choices: Partial<RedactionChoices> = {}): readonly string[] {
	const redactor = new Redactor({ ...noChoices, ...choices });
	const hide = redactor.begin();
	return lines.map((line) => hide(line, null)).map((line) => redactor.finish(line, null));
}
