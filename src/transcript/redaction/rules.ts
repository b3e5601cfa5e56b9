import { argumentSecret } from './argument-secrets.ts';
import { backtraceValue } from './backtrace-values.ts';
import { continuedSecret } from './continued-secrets.ts';
import { directiveSecret, spokenSecret, variableSecret } from './directive-secrets.ts';
import { environmentSecret } from './environment-secrets.ts';
import { authorizationHeader, bareCredentials, cookieHeader } from './header-secrets.ts';
import { expressionSecret } from './expression-secrets.ts';
import { hostColumn, hostInUrl, hostName } from './host-names.ts';
import { ipv4, ipv4Subnet } from './ipv4-addresses.ts';
import { ipv6 } from './ipv6-addresses.ts';
import { keyMaterial } from './key-material.ts';
import { mailAddress } from './mail-addresses.ts';
import { namedSecret } from './named-secrets.ts';
import { passwordFile } from './password-files.ts';
import { programSecret } from './program-secrets.ts';
import type { Rule, SpanningRule } from './rule.ts';
import { knownToken, numberedToken, passwordHash, tlsSecret } from './token-secrets.ts';
import { querySecret, urlCredentials } from './url-secrets.ts';
import { userName, userPath } from './user-names.ts';

/** Rules that see whole texts; they come first. */
export const spanningRules: readonly SpanningRule[] = [keyMaterial, continuedSecret, backtraceValue];

/** Rules for a line, in their order: what tells more of the structure comes before what takes all. */
export const lineRules: readonly Rule[] = [
	urlCredentials,
	authorizationHeader,
	cookieHeader,
	knownToken,
	numberedToken,
	passwordHash,
	passwordFile,
	directiveSecret,
	variableSecret,
	expressionSecret,
	querySecret,
	environmentSecret,
	argumentSecret,
	programSecret,
	namedSecret,
	spokenSecret,
	bareCredentials,
	tlsSecret,
	mailAddress,
	ipv6,
	ipv4,
	ipv4Subnet,
	hostColumn,
	hostInUrl,
	hostName,
	userPath,
	userName,
];
