import type { Phrase } from './phrases.ts';

const unit = '(?<unit>(?:apache2?|httpd)[\\w@.-]*\\.service)';

/**
 * What the kernel, systemd and shells say of httpd. These lines carry names of their own in front, so the patterns begin
 * anywhere; each is specific enough for that.
 */
export const outsidePhrases: readonly Phrase[] = [
	/** httpd writes the line ends of a message as `\n`: here it is a stack. */
	{ kind: 'escaped-stack', pattern: /\\n\S{1,200}\([^)]{0,100}\) \[0x[\da-f]+\].{0,16000}/ },
	{ kind: 'assertion', pattern: /: Assertion [`'](?<text>.{1,200}?)' failed/ },
	{ kind: 'oom-invoked', needle: ' invoked oom-killer', pattern: /(?<![\w./-])(?<process>[\w./-]{1,60}) invoked oom-killer/ },
	{ kind: 'oom-chosen', pattern: /[Oo]ut of memory: [Kk]ill process (?<victim>\d+) \((?<process>[^)]{1,60})\)/ },
	{ kind: 'oom-chosen', pattern: /oom-kill:constraint=.{0,600}?,task=(?<process>[^,]{1,60}),pid=(?<victim>\d+)/ },
	{ kind: 'oom-killed', pattern: /[Kk]illed process (?<victim>\d+),? (?:UID \d+,? )?\(?(?<process>[\w./-]{1,60})\)?/ },
	{
		kind: 'oom-unit',
		needle: ' by the OOM killer',
		pattern: /(?<![\w@.\\:-])(?<unit>[\w@.\\:-]{1,80}): A process of this unit has been killed by the OOM killer/,
	},
	{
		kind: 'oom-result',
		needle: "'oom-kill'",
		pattern: /(?<![\w@.\\:-])(?<unit>[\w@.\\:-]{1,80}): Failed with result 'oom-kill'/,
	},
	{ kind: 'oom-unit', pattern: /systemd-oomd.{0,40}Killed (?<unit>\/\S{1,300}) due to memory/ },
	{
		kind: 'kernel-segfault',
		needle: 'segfault at',
		pattern: /(?<![\w./-])(?<process>[\w./-]{1,60})\[(?<child>\d+)\]:? segfault at [\da-f]+(?:.{0,120}? in (?<object>[^\s[]+))?/,
	},
	{
		kind: 'kernel-segfault',
		needle: 'traps: ',
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
	{ kind: 'parent-crash', pattern: /^(?<name>Segmentation fault|Bus error|Aborted)(?: \(core dumped\))?$/ },
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
				// `systemctl status` lists the command that it started and how that ended.
				'|ExecStart=/\\S*(?:apachectl|apache2ctl|apache2|httpd)\\b.{0,200}\\(code=exited, status=[1-9]' +
				'|(?<start>Failed to start) (?:The Apache|LSB: Apache2|httpd)|Job for (?:apache2?|httpd)\\S*\\.service failed',
		),
	},
];
