interface Words {
	readonly title: string;
	/** Why it is worth running, in one sentence. */
	readonly why: string;
}

/** What every collector is and why it is run, by its id. */
export const collectors = {
	'httpd-locations': {
		title: 'Usual places of httpd',
		why: 'Tells which executable, which configuration and which error log exist on this machine.',
	},
	processes: {
		title: 'Processes of httpd',
		why: 'Tells whether a server runs, since when, as whom, and whether children were left behind.',
	},
	'httpd-masters': {
		title: 'All servers of this machine',
		why: 'Semaphores may belong to another httpd of the same account: nothing of theirs must be taken for an orphan.',
	},
	'httpd-version': {
		title: 'Version and build of httpd',
		why: 'Names the version, the MPM and the mutex mechanism that was compiled in as default.',
	},
	'httpd-run-config': {
		title: 'Settings in force',
		why: 'Names the error log, the run user and the mutexes of the configuration as httpd itself reads it.',
	},
	'httpd-modules': {
		title: 'Modules loaded',
		why: 'A crash belongs to a module; this is the list of suspects.',
	},
	'config-test': {
		title: 'Configuration test',
		why: 'Says whether httpd would start with the present configuration, and the line that is wrong.',
	},
	'httpd-includes': {
		title: 'Configuration files in use',
		why: 'Lists every included file, so that no setting is overlooked.',
	},
	'httpd-config': {
		title: 'Configuration text',
		why: 'Shows listeners, Mutex, CoreDumpDirectory and the mod_jk files with their lines.',
	},
	'error-log': {
		title: 'Error log',
		why: 'httpd says here what failed. It is read from its end, where the newest lines are.',
	},
	'error-log-files': {
		title: 'Size of the error log and of its rotated parts',
		why: 'Tells how much there is to search where only the end of the log was read.',
	},
	'rotated-error-logs': {
		title: 'Rotated error logs',
		why: 'Tells whether it began before the log was rotated.',
	},
	'vhost-error-logs': {
		title: 'Error logs of virtual hosts',
		why: 'Failures of back ends are written to the log of the virtual host, not to the main log.',
	},
	'kernel-log': {
		title: 'Kernel log',
		why: 'Only the kernel says that it killed a process for memory, or why it wrote no core.',
	},
	'mod-jk-log': {
		title: 'Log of mod_jk',
		why: 'mod_jk says here whether its shared memory could be used and what its back ends did.',
	},
	'ipcs-semaphores': {
		title: 'Semaphore sets',
		why: 'Shows the sets that exist now and whose they are; those of a running httpd must be among them.',
	},
	'ipcs-limits': {
		title: 'Semaphore limits',
		why: 'When the limits are used up, no mutex can be created.',
	},
	'ipcs-usage': {
		title: 'Semaphores in use',
		why: 'To be held against the limits.',
	},
	'sysvipc-sem': {
		title: 'Semaphore sets as the kernel lists them',
		why: 'Gives numeric owners and the times of creation, which tell orphans from sets in use.',
	},
	'mutex-directory-status': {
		title: 'Directory of the mutex files',
		why: 'A file mutex needs a directory that exists and that the server may write.',
	},
	'logind-conf': {
		title: 'Settings of systemd-logind',
		why: 'RemoveIPC decides whether a logout removes the semaphores of the user.',
	},
	'logind-live': {
		title: 'RemoveIPC in the running logind',
		why: 'The daemon may run with other settings than its files say.',
	},
	'logind-journal': {
		title: 'Sessions that ended',
		why: 'The removal leaves no line of its own: the end of the last session of the run user is the proof.',
	},
	'passwd-entry': {
		title: 'Account of httpd',
		why: 'Its uid tells whether systemd counts it as a system user.',
	},
	'uid-bound': {
		title: 'Bound of the system users',
		why: 'Users up to this uid are spared by RemoveIPC; it was fixed when systemd was compiled.',
	},
	linger: {
		title: 'Lingering of the run user',
		why: 'The objects of a lingering user are kept.',
	},
	'kernel-settings': {
		title: 'Kernel settings for cores and semaphores',
		why: 'They decide whether a core is written, where, and how many semaphores there may be.',
	},
	'core-handler': {
		title: 'Program that takes the cores',
		why: 'Where it is a script it tells where the cores lie.',
	},
	'process-limits': {
		title: 'Limits of the running server',
		why: 'A core size limit of 0 is the commonest reason for a missing core.',
	},
	'core-listing': {
		title: 'Core files',
		why: 'A core names the function that crashed.',
	},
	'core-directory-status': {
		title: 'Directories for cores',
		why: 'The account that crashes must be able to write there.',
	},
	backtrace: {
		title: 'Backtrace of the core',
		why: 'The stack of the crashing thread names the module to blame.',
	},
	'coredump-info': {
		title: 'Backtrace kept by systemd-coredump',
		why: 'Where cores are piped to systemd-coredump, it keeps the stack of each crash.',
	},
	'coredump-list': {
		title: 'Crashes kept by systemd-coredump',
		why: 'Lists which cores are still present.',
	},
	'live-backtrace': {
		title: 'Stacks of a running child',
		why: 'Shows what a child does right now. The child stands still for the moment that gdb is attached.',
	},
	'disk-usage': {
		title: 'Room on the disks',
		why: 'A full disk stops logs, locks and cores.',
	},
	'mount-table': {
		title: 'Mounts as httpd sees them',
		why: 'Nobody can write to a read-only mount, whatever owner and mode say; the unit or a container may make one.',
	},
	listeners: {
		title: 'Listening sockets',
		why: 'Tells who holds a port and which AJP ports are open.',
	},
	'unit-properties': {
		title: 'Unit of systemd',
		why: 'The unit sets limits and hides directories from the server.',
	},
	'recent-changes': {
		title: 'Changes of packages and configuration',
		why: 'What broke was often changed shortly before.',
	},
	'workers-properties': {
		title: 'Workers of mod_jk',
		why: 'Names the back ends and shows settings that break them.',
	},
	'jk-shm-status': {
		title: 'Shared memory file of mod_jk',
		why: 'Without it mod_jk 1.2.41 crashes in jk_shm_check_maintain.',
	},
	'tomcat-processes': {
		title: 'Running Tomcats',
		why: 'Tells where each running Tomcat has its configuration.',
	},
	'tomcat-server-xml': {
		title: 'Connectors of Tomcat',
		why: 'The AJP connector must be closed, bound to the right address, or protected by a secret.',
	},
	'tomcat-version': {
		title: 'Version of Tomcat',
		why: 'Tells whether CVE-2020-1938 is mended and which name the secret has.',
	},
} as const satisfies Readonly<Record<string, Words>>;
