import type { Phrase } from './phrases.ts';

const unit = '(?<unit>(?:apache2?|httpd)[\\w@.-]*\\.service)';

/**
 * What the kernel, systemd and shells say of httpd. These lines carry names of their own in front, so the patterns begin
 * anywhere; each is specific enough for that.
 */
export const outsidePhrases: readonly Phrase[] = [
	/** httpd writes the line ends of a message as `\n`: here it is a stack. */
	{ kind: 'escaped-stack', pattern: /\\n\S{1,200}\([^)]{0,100}\) \[0x[\da-f]+\].{0,16000}/ },
	{ kind: 'oom-invoked', pattern: /(?<process>[\w./-]{1,60}) invoked oom-killer/ },
	{ kind: 'oom-killed', pattern: /[Kk]ill(?:ed)? process (?<victim>\d+),? (?:UID \d+,? )?\(?(?<process>[\w./-]{1,60})\)?/ },
	{ kind: 'oom-unit', pattern: /(?<unit>[\w@.\\:-]{1,80}): A process of this unit has been killed by the OOM killer/ },
	{ kind: 'oom-result', pattern: /(?<unit>[\w@.\\:-]{1,80}): Failed with result 'oom-kill'/ },
	{ kind: 'oom-unit', pattern: /systemd-oomd.{0,40}Killed (?<unit>\/\S{1,300}) due to memory/ },
	{
		kind: 'kernel-segfault',
		pattern: /(?<process>[\w./-]{1,60})\[(?<child>\d+)\]:? segfault at [\da-f]+(?:.{0,120}? in (?<object>[^\s[]+))?/,
	},
	{
		kind: 'kernel-segfault',
		pattern:
			/traps: (?<process>[\w./-]{1,60})\[(?<child>\d+)\](?::)? (?:general protection|trap [a-z ]+).{0,120}?(?: in (?<object>[^\s[]+)|$)/,
	},
	{
		kind: 'parent-crash',
		pattern: new RegExp(`${unit}: [Mm]ain process exited, code=(?:killed|dumped), status=\\d+\\/(?<name>SEGV|ABRT|BUS|ILL|FPE)`),
	},
	{
		kind: 'parent-crash',
		pattern: /(?:line \d+: +)?\d+ (?<name>Segmentation fault|Bus error|Aborted) .{0,40}(?:\$HTTPD|httpd|apache2)/,
	},
	{
		kind: 'start-attempted',
		pattern:
			/(?:Starting|Reloading|Restarting) (?:The Apache HTTP Server|httpd\.service|apache2\.service|LSB: Apache2 web server)/,
	},
	{ kind: 'reload-failed', pattern: /Reload failed for (?:The Apache|LSB: Apache)/ },
	{
		kind: 'start-failed',
		pattern: new RegExp(
			`${unit}: (?:[Cc]ontrol process exited, code=exited|[Mm]ain process exited, code=exited, status=[1-9]|Failed with result 'exit-code')` +
				'|Failed to start (?:The Apache|LSB: Apache2|httpd)|Job for (?:apache2?|httpd)\\S*\\.service failed',
		),
	},
];
