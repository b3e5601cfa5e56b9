import type { EventKind } from './event.ts';

/**
 * What an AH code says, for the codes that matter here: the same code is always the same call in httpd's source. Codes
 * that are left out (a file not found, a login refused) say nothing of the server's health.
 */
const codesByKind: readonly (readonly [kind: EventKind, codes: string])[] = [
	['started', '00163 00292 00489 00455'],
	['stop-requested', '00169 00295 00491 00170 00296 00492 00422'],
	['restart-requested', '00171 00297 00493 00173 00298 00494'],
	['unclean-end', '00098'],

	['child-signal', '00051 00052'],
	['child-status', '00428'],
	['child-fatal', '00050'],
	['children-successively-killed', '10392 10393'],
	['parent-crash', '00060'],
	['parent-gave-up', '02818 02324 02325'],
	['assertion', '00102'],

	['accept-mutex-named', '00165 00294'],
	['accept-mutex-failed', '00144 00146 00272 00273 00274'],
	['module-mutex-failed', '00659 00660 01948 01949 02026 02027 01163 01164 01166 01168 01169 01173 01175 10134 10135 01683'],
	['mutex-create-failed', '00021 00022 00023 00024 01959 01675 02391 02478 01180 00922 00928 10095 00635'],
	['mutex-child-init-failed', '00155 00280 00666 01946 01947 02024 02025 01322 01678 02394 02479 00920 03016'],

	['max-workers', '00161 00286 00484 00326'],
	['near-max-workers', '00287 10159'],
	['scoreboard-full', '00288 00485 03490'],
	['scoreboard-failed', '00001 00002 00003 00004 00005'],
	['fork-failed', '00159 00283 00481'],
	['thread-failed', '00275 00282 03142 00474 00480 03104 00281 00479 10271 01571 01573'],
	['resource-failed', '00156 00157 00158 03137 03285 03103 00495 02177 02162 03100 03102'],

	['bind-failed', '00072 00073 00067 02638 00077 00078'],
	['config-error', '00526 00012 00534 00136 01177'],
	['htaccess-unreadable', '00529'],
	['bad-user', '00543 00544 02155 02156 02157'],
	['log-open-failed', '00085 00086 00090 00091 00092 02291 02297 00649 00651 10036'],
	['piped-log-unstarted', '00089 00103 00104 00108'],
	['piped-log-died', '00105 00106 00107'],
	[
		'tls-start-failed',
		'02311 02312 02561 02562 02564 02565 02569 02572 02573 02574 02577 02578 02579 02580 01885 01888 01889 ' +
			'01895 01896 01898 01901 01903 01910 02231 02240 02241 10127 10130 10137 10131 10132 10133 10136 02407 01872 01874',
	],
	['start-failed', '00013 00014 00015 00016 00017 00018 00019 00020 00451'],
	['openssl-mismatch', '01882'],
	['dumpable-failed', '02163 02169'],

	['ajp-parameter-ignored', '01146'],
	['ajp-connect-failed', '00957'],
	['proxy-worker-disabled', '00959 00940'],
	['ajp-unreachable', '00896'],
	['ajp-bad-signature', '01080'],
	['ajp-bad-message', '01031 01032 01081 01013 01014 00990 00993 00994 00995 00983 00984 00997 00998 10405 10546'],
	['ajp-receive-failed', '01030 01029'],
	['ajp-read-failed', '00992 01012'],
	['ajp-dialog-failed', '00868 00876 00878 00893 00897'],
];

const kinds: ReadonlyMap<number, EventKind> = new Map(
	codesByKind.flatMap(([kind, codes]) => codes.split(' ').map((code) => [Number(code), kind] as const)),
);

/** What the code of that number (AH00052: 52) says; undefined where it does not matter here. */
export function kindOfCode(code: number): EventKind | undefined {
	return kinds.get(code);
}
