import { type Command, InvalidArgumentError, Option } from 'commander';
import type { EvidenceOption } from './target-options.ts';

export function withPlainOption(command: Command): Command {
	return command.option('--plain', 'numbered questions line by line instead of drawn screens; for screen readers and pipes, too');
}

export function withTargetOptions(command: Command): Command {
	return command
		.option('--target <uri>', 'local, none, bundle:PATH or recording:PATH')
		.option('--httpd <path>', 'executable of the server')
		.option('--config <file>', 'its main configuration file')
		.option('--error-log <file>', 'its main error log')
		.option('--core <file>', 'core file to read')
		.option('--since <when>', 'only what happened after this time')
		.addOption(
			new Option('--evidence <[format=]file>', 'evidence obtained elsewhere; may be given again; - reads standard input')
				.argParser(collectEvidence)
				.default([], ''),
		)
		.addOption(
			new Option('--allow <risk>', 'what may run without asking').choices(['read', 'intrusive', 'mutating']).default('read'),
		);
}

function collectEvidence(value: string, previous: unknown): readonly EvidenceOption[] {
	const before = Array.isArray(previous) ? (previous as readonly EvidenceOption[]) : [];
	const equals = value.indexOf('=');
	const named = equals > 0 && /^[a-z-]+$/i.test(value.slice(0, equals));
	const file = named ? value.slice(equals + 1) : value;
	if (file === '') throw new InvalidArgumentError('A file must follow, as in error-log=/var/log/apache2/error.log.');
	return [...before, { format: named ? value.slice(0, equals) : null, file }];
}

export interface RedactionOptions {
	readonly hide: readonly string[];
	readonly unhide: readonly string[];
	readonly keep: readonly string[];
	readonly unkeep: readonly string[];
}

/** What the operator says about what is hidden; shared by all that writes a session for others. */
export function withRedactionOptions(command: Command): Command {
	return command
		.addOption(
			new Option('--hide <text>', 'hide this text wherever it stands, in this file and in those to come; may be given again')
				.argParser(collectText)
				.default([], ''),
		)
		.addOption(new Option('--unhide <text>', 'take back a --hide').argParser(collectText).default([], ''))
		.addOption(
			new Option('--keep <rule>', 'lift a rule of export --preview, for this file and those to come; may be given again')
				.argParser(collectWord)
				.default([], ''),
		)
		.addOption(new Option('--unkeep <rule>', 'take back a --keep').argParser(collectWord).default([], ''));
}

function collectWord(value: string, previous: unknown): readonly string[] {
	return [...(previous as readonly string[]), value];
}

function collectText(value: string, previous: unknown): readonly string[] {
	if (value.length < 3) throw new InvalidArgumentError('Less than three characters stand everywhere.');
	return [...(previous as readonly string[]), value];
}
