import type { Phrase } from './phrases.ts';

const address = '(?<address>(?:\\[[\\da-fA-F:.]+\\]|[\\w.-]+):\\d+)';

/** What mod_proxy_ajp and mod_jk say of a backend. mod_jk writes to its own log, a few messages to httpd's. */
export const ajpPhrases: readonly Phrase[] = [
	{
		kind: 'ajp-connect-failed',
		pattern: new RegExp(`(?:proxy: )?AJP: attempt to connect to (?:${address}|\\S+) ?(?:\\((?<name>[^)]*)\\) )?failed`),
	},
	{ kind: 'ajp-unreachable', pattern: /(?:proxy: )?(?:AJP: )?failed to make connection to backend: (?<name>\S+)/ },
	{ kind: 'proxy-worker-disabled', pattern: /ap_proxy_connect_backend disabling worker for \((?<name>[^)]*)\)/ },
	{ kind: 'proxy-worker-disabled', pattern: /(?:proxy: )?(?<scheme>AJP): disabled connection for \((?<name>[^)]*)\)/ },
	{ kind: 'ajp-bad-signature', pattern: /ajp_msg_check_header\(\) got bad signature (?<signature>[\da-f]+)/ },
	{ kind: 'ajp-bad-signature', pattern: /wrong message format 0x(?<signature>[\da-f]+)(?: from (?<address>\S+:\d+))?/ },
	{ kind: 'ajp-bad-message', pattern: /ajp_ilink_receive\(\) (?:received bad header|error while receiving message body)/ },
	{ kind: 'ajp-bad-message', pattern: /ajp_msg_check_header\(\) incoming message is too big/ },
	{ kind: 'ajp-bad-message', pattern: /ajp_handle_cping_cpong: (?:invalid CPONG message|awaited CPONG)/ },
	{ kind: 'ajp-receive-failed', pattern: /ajp_ilink_receive\(\) can't receive header|ajp_ilink_send\(\): send failed/ },
	{ kind: 'ajp-read-failed', pattern: /(?:ajp_read_header|ajp_handle_cping_cpong): ajp_ilink_receive failed/ },
	{
		kind: 'ajp-dialog-failed',
		pattern: new RegExp(
			`(?:proxy: )?(?:AJP: )?(?:read response failed from|dialog to|(?:request|send|cping/cpong) failed to) ${address} (?:\\((?<name>[^)]*)\\))?`,
		),
	},
];

/** mod_jk's own log: the worker in parentheses stands before most messages. */
export const jkPhrases: readonly Phrase[] = [
	{ kind: 'ajp-connect-failed', pattern: new RegExp(`connect to ${address} failed \\(errno=(?<errno>\\d+)\\)`) },
	{
		kind: 'ajp-connect-failed',
		pattern: new RegExp(`(?:\\([\\w.-]+\\) )?(?<stage>Failed opening socket) to \\(${address}\\) \\(errno=(?<errno>\\d+)\\)`),
	},
	{
		kind: 'ajp-unreachable',
		pattern:
			/(?:\([\w.-]+\) )?connecting to backend failed\. Tomcat is probably not started.{0,60}?(?:\(errno=(?<errno>\d+)\)|$)/,
	},
	{
		kind: 'ajp-receive-failed',
		pattern: new RegExp(
			`(?:\\([\\w.-]+\\) )?[Cc]an't receive the response (?:header |body )?message from tomcat.{0,60}?\\(${address}\\).{0,80}?(?:errno=(?<errno>\\d+)|$)`,
		),
	},
	{ kind: 'ajp-read-failed', pattern: /(?:\([\w.-]+\) )?Tomcat is down or refused connection/ },
	{ kind: 'ajp-read-failed', pattern: /(?:\([\w.-]+\) )?Timeout with waiting reply from tomcat.{0,80}?\(errno=(?<errno>\d+)\)/ },
	{ kind: 'jk-retry', pattern: /(?:\([\w.-]+\) )?sending request to tomcat failed/ },
	{
		kind: 'jk-gave-up',
		pattern: /(?:\([\w.-]+\) )?connecting to tomcat failed|(?<stage>Service error)=-?\d+ for worker=|All tomcat instances failed/,
	},
	{ kind: 'jk-started', pattern: /(?:Apache\/\S+ .{0,200})?mod_jk\/(?<version>[\w.-]+).{0,40} (?:initialized|configured)/ },
	{ kind: 'jk-attribute-refused', pattern: /The attribute '(?<attribute>[^']{1,200})' is not supported/ },
	{ kind: 'jk-reuse-refused', pattern: /(?:\([\w.-]+\) )?AJP13 protocol: Reuse is set to false/ },
];
