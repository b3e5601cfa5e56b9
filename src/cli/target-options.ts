import { resolve } from 'node:path';
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

export interface EvidenceOption {
	/** null lets the parsers recognise it. */
	readonly format: string | null;
	readonly file: string;
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
