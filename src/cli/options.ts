import { type Command, InvalidArgumentError, Option } from 'commander';
import type { EvidenceOption } from './target-options.ts';
import type { Catalogue } from '../catalogue/index.ts';

/** What is said of commands and options. */
export type CommandWords = Catalogue['cli']['commands'];
type OptionWords = CommandWords['options'];

export function withPlainOption(command: Command, m: OptionWords): Command {
	return command.option('--plain', m.plain);
}

export function withTargetOptions(command: Command, m: OptionWords): Command {
	return command
		.option('--target <uri>', m.target)
		.option('--httpd <path>', m.httpd)
		.option('--config <file>', m.config)
		.option('--error-log <file>', m.errorLog)
		.option('--core <file>', m.core)
		.option('--since <when>', m.since)
		.addOption(
			new Option('--evidence <[format=]file>', m.evidence)
				.argParser((value, before) => collectEvidence(value, before, m))
				.default([], ''),
		)
		.addOption(new Option('--allow <risk>', m.allow).choices(['read', 'intrusive', 'mutating']).default('read'));
}

function collectEvidence(value: string, previous: unknown, m: OptionWords): readonly EvidenceOption[] {
	const before = Array.isArray(previous) ? (previous as readonly EvidenceOption[]) : [];
	const equals = value.indexOf('=');
	const named = equals > 0 && /^[a-z-]+$/i.test(value.slice(0, equals));
	const file = named ? value.slice(equals + 1) : value;
	if (file === '') throw new InvalidArgumentError(m.noFile);
	return [...before, { format: named ? value.slice(0, equals) : null, file }];
}

export interface RedactionOptions {
	readonly hide: readonly string[];
	readonly unhide: readonly string[];
	readonly keep: readonly string[];
	readonly unkeep: readonly string[];
}

/** What the operator says about what is hidden; shared by all that writes a session for others. */
export function withRedactionOptions(command: Command, m: OptionWords): Command {
	return command
		.addOption(new Option('--hide <text>', m.hide).argParser((value, before) => collectText(value, before, m)).default([], ''))
		.addOption(
			new Option('--unhide <text>', m.unhide).argParser((value, before) => collectText(value, before, m)).default([], ''),
		)
		.addOption(new Option('--keep <rule>', m.keep).argParser(collectWord).default([], ''))
		.addOption(new Option('--unkeep <rule>', m.unkeep).argParser(collectWord).default([], ''));
}

function collectWord(value: string, previous: unknown): readonly string[] {
	return [...(previous as readonly string[]), value];
}

function collectText(value: string, previous: unknown, m: OptionWords): readonly string[] {
	if (value.length < 3) throw new InvalidArgumentError(m.tooShort);
	return [...(previous as readonly string[]), value];
}
