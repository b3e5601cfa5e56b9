import { appendFileSync, existsSync } from 'node:fs';
import type { Apache, ApacheSpec } from '../apache.ts';
import { configureApache } from '../apache.ts';
import type { Need } from '../availability.ts';
import type { Ledger } from '../ledger.ts';
import type { Expected, ScenarioDefinition } from '../scenario.ts';
import { scenarioOf } from '../standing.ts';

interface FailedStart {
	readonly id: string;
	readonly title: string;
	readonly expected: Expected;
	readonly needs?: readonly Need[];
	readonly spec: (ledger: Ledger) => Promise<ApacheSpec> | ApacheSpec;
	/** Runs after the configuration was written. */
	readonly before?: (ledger: Ledger, apache: Apache) => void;
	/** What must be on the terminal or in the error log. */
	readonly text: RegExp;
	/** The start command comes back without an error, and httpd ends later. */
	readonly endsLater?: boolean;
	readonly within?: (spec: ApacheSpec) => readonly string[];
}

/** A server that does not come up, with what the operator saw on the terminal beside its error log. */
export function failedStart(each: FailedStart): ScenarioDefinition {
	return {
		id: each.id,
		title: each.title,
		expected: each.expected,
		needs: ['root', 'apache2', ...(each.needs ?? [])],
		bringUp: async (ledger) => {
			const spec = await each.spec(ledger);
			const apache = await configureApache(ledger, spec);
			each.before?.(ledger, apache);
			const { exitCode, terminal } = await apache.launch();
			if (exitCode === 0 && !each.endsLater) throw new Error('httpd started although it should not');
			if (each.endsLater) await apache.waitForLog(each.text);
			const isOnTerminal = each.text.test(terminal);
			// The log of earlier runs is there on a real server, even when this start wrote nothing to it.
			if (!existsSync(apache.errorLog) && !spec.errorLog) appendFileSync(apache.errorLog, '');
			return scenarioOf(apache, {
				hints: terminal === '' ? [] : ['--evidence', `error-log=${apache.terminalFile}`],
				within: each.within?.(spec) ?? [],
				signs: [{ file: isOnTerminal ? apache.terminalFile : apache.errorLog, matches: each.text }],
				notes: [`httpd does not come up: ${terminal.trim().split('\n').at(-1) ?? ''}`],
			});
		},
	};
}
