import type { Command } from 'commander';
import { hintsOf, type TargetOptions, targetUriOf, withTargetOptions } from '../options.ts';
import { runSession } from '../wizard.ts';

export function addWizard(program: Command): void {
	const command = program.command('wizard', { isDefault: true }).description('walk from the symptom to the cause (the default)');
	withTargetOptions(command).action(run);
}

async function run(options: TargetOptions): Promise<void> {
	await runSession({ kind: 'begin', uri: targetUriOf(options), hints: hintsOf(options), evidence: options.evidence });
}
