import type { Directive, Section } from './httpd-directives.ts';

/** Whether a directive is in force; `maybe` where that hangs on how httpd was built or started. */
export type InForce = 'yes' | 'no' | 'maybe';

/** Modules that are compiled in nearly everywhere, so that no LoadModule line says anything of them. */
const usuallyStatic = /^(?:core|so|http|http_core|unixd|log_config|logio|version|watchdog|systemd)_module$/;
const mpm = /^mpm_\w+_module$/;
/** From so many on, LoadModule lines are taken for the whole list of modules. */
const wholeList = 5;

/** A module's identifier, given that or the name of its source file. */
function identifier(name: string): string {
	const file = /^(.+)\.c$/.exec(name)?.[1];
	if (file === undefined) return name;
	if (/^(?:prefork|worker|event)$/.test(file)) return `mpm_${file}_module`;
	return `${file.replace(/^mod_/, '').replace(/^util_ldap$/, 'ldap')}_module`;
}

const opposite: Readonly<Record<InForce, InForce>> = { yes: 'no', no: 'yes', maybe: 'maybe' };

function isLoaded(module: string, loaded: ReadonlySet<string>): InForce {
	if (loaded.has(module)) return 'yes';
	if (mpm.test(module)) return [...loaded].some((each) => mpm.test(each)) ? 'no' : 'maybe';
	return loaded.size >= wholeList && !usuallyStatic.test(module) ? 'no' : 'maybe';
}

/**
 * Judges a directive by the conditional sections around it. A module counts as absent only where the LoadModule lines
 * look complete; a name that no Define sets may still come from the command line, hence `maybe`.
 */
export function conditions(directives: readonly Directive[]): (directive: Directive) => InForce {
	const first = (name: string) =>
		new Set(directives.flatMap((each) => (each.name === name && each.args[0] !== undefined ? [each.args[0]] : [])));
	const loaded = first('loadmodule');
	const defined = first('define');
	const judge = ({ kind, argument }: Section): InForce => {
		const isNegative = argument.startsWith('!');
		const name = argument.replace(/^!\s*/, '');
		let holds: InForce = 'yes';
		if (kind === 'ifmodule') holds = isLoaded(identifier(name), loaded);
		else if (kind === 'ifdefine') holds = defined.has(name) ? 'yes' : 'maybe';
		else if (kind === 'ifversion' || kind === 'iffile' || kind === 'ifdirective' || kind === 'ifsection') holds = 'maybe';
		// A macro's text takes effect only where it is used.
		else if (kind === 'macro') holds = 'no';
		return isNegative ? opposite[holds] : holds;
	};
	return ({ sections }) => {
		const judgements = sections.map(judge);
		if (judgements.includes('no')) return 'no';
		return judgements.includes('maybe') ? 'maybe' : 'yes';
	};
}
