import type { Command } from 'commander';
import { type CommandWords, withPlainOption, withTargetOptions } from '../options.ts';
import { hintsOf, type PlainOption, type TargetOptions, targetUriOf } from '../target-options.ts';

/** What runs when no command is named. */
export const wizardName = 'wizard';

export function addWizard(program: Command, { wizard: m, options: shared }: CommandWords): void {
	const command = program.command(wizardName, { isDefault: true }).description(m.about);
	withPlainOption(withTargetOptions(command, shared), shared).action(run);
}

async function run(options: TargetOptions & PlainOption): Promise<void> {
	const opening = { kind: 'begin', uri: targetUriOf(options), hints: hintsOf(options), evidence: options.evidence } as const;
	const { runSession } = await import('../wizard.ts');
	await runSession(opening, options.plain);
}
