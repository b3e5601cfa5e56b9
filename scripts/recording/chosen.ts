/** A scenario of the lab that is worth practising on, as the operator would be told of it. */
export interface Chosen {
	readonly scenario: string;
	/** What was noticed, without the cause: it stands in the banner while one practises. */
	readonly title: string;
	readonly summary: string;
	/** Limits the stack of the server, so that a stack that is full is short enough to be read. */
	readonly stackKiB?: number;
}

/** In the order in which practice offers them: the first one is reached with Enter alone. */
export const chosen: readonly Chosen[] = [
	{
		scenario: 'accept-mutex-removed-by-logind',
		title: 'The whole server is gone after a deployment',
		summary: 'Somebody logged in as the run user and left; a moment later no httpd was running. Prefork, two ports.',
	},
	{
		scenario: 'mod-jk-crash',
		title: 'Children die in front of Tomcat',
		summary: 'Visitors of /app/ get empty answers, the rest works. mod_jk is loaded, and a core was written.',
	},
	{
		scenario: 'accept-mutex-removed',
		title: 'The whole server is gone and nobody logged out',
		summary: 'As in the first recording, but httpd runs as a system account.',
	},
	{
		scenario: 'module-crash',
		title: 'One address kills the child that serves it',
		summary: 'A module of the house was installed yesterday; a core was written.',
	},
	{
		scenario: 'stack-overflow',
		title: 'One address kills children with an enormous stack',
		summary: 'The log speaks of segmentation faults; the core is large.',
		stackKiB: 1024,
	},
	{
		scenario: 'heap-corruption',
		title: 'Children abort, and libc complains',
		summary: 'The log holds a line without a date just before each death.',
	},
	{
		scenario: 'core-limit-zero',
		title: 'Children die and leave no core',
		summary: 'CoreDumpDirectory is set, yet it stays empty.',
	},
	{
		scenario: 'config-syntax-error',
		title: 'It does not start after a change',
		summary: 'Somebody edited the configuration; the start command fails at once.',
	},
	{
		scenario: 'max-workers-reached',
		title: 'Slower and slower, then no answer',
		summary: 'httpd runs, nothing crashed, and yet new visitors wait.',
	},
	{
		scenario: 'ajp-backend-down',
		title: 'Everything below /app/ answers 503',
		summary: 'Static pages are served; Tomcat stands behind mod_proxy_ajp.',
	},
	{
		scenario: 'healthy',
		title: 'Nothing is wrong here',
		summary: 'To see what a healthy server looks like.',
	},
];
