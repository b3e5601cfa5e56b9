import { resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Hints, Risk } from '../domain/index.ts';

/** Options that say which server to look at and with what; shared by the wizard, `diagnose` and `collect`. */
export interface TargetOptions {
	readonly target?: string;
	readonly httpd?: string;
	readonly config?: string;
	readonly errorLog?: string;
	readonly core?: string;
	readonly since?: string;
	readonly evidence: readonly EvidenceOption[];
	readonly allow: Risk;
}

/** How the wizard talks; shared by all that open it. */
export interface PlainOption {
	readonly plain?: boolean;
}

export function withPlainOption(command: Command): Command {
	return command.option('--plain', 'numbered questions line by line instead of drawn screens; for screen readers and pipes, too');
}

export interface EvidenceOption {
	/** null lets the parsers recognise it. */
	readonly format: string | null;
	readonly file: string;
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

export function hintsOf(options: TargetOptions): Hints {
	const { httpd, config, errorLog, core, since = null } = options;
	return { httpd: absolute(httpd), config: absolute(config), errorLog: absolute(errorLog), core: absolute(core), since };
}

/** Evidence alone is judged alone: what this machine is like says nothing about a log from elsewhere. */
export function targetUriOf(options: TargetOptions): string {
	if (options.target !== undefined) return options.target;
	const { httpd, config, errorLog, core } = options;
	const pointsHere = [httpd, config, errorLog, core].some((hint) => hint !== undefined);
	return options.evidence.length > 0 && !pointsHere ? 'none' : 'local';
}

/** Programs are run in `/`, so a path must not depend on where the operator stands. */
function absolute(path: string | undefined): string | null {
	return path === undefined ? null : resolve(path);
}
