import { verifySession, writeExport } from '../../store/index.ts';
import { loadContent } from '../content.ts';
import { damageIn } from '../damage.ts';
import { handOffText } from '../hand-offs.ts';
import { print, say } from '../output.ts';
import type { RedactionOptions } from '../options.ts';
import { rememberChoices, requireRules } from '../redaction-choices.ts';
import { exportText } from '../transcripts.ts';
import { openWorkshop, sessionNamed, viewSession } from '../workshop.ts';
import { language } from '../language.ts';

export interface HandOffOptions extends RedactionOptions {
	readonly output?: string;
	readonly force?: boolean;
}

/** Writes the file for a colleague and prints the summary. */
export async function handOver(session: string, options: HandOffOptions): Promise<void> {
	requireRules(options);
	const content = await loadContent();
	const workshop = await openWorkshop(content);
	const { directory } = await sessionNamed(workshop, session);
	await rememberChoices(workshop, session, options);
	const { seal } = await verifySession(directory);
	const engine = await viewSession(workshop, session);
	const damage = await damageIn(directory);
	for (const each of damage) say(each);
	const { hide, keep, output } = options;
	const text = handOffText(engine, content, seal, { hide, keep });
	const path = output ?? `httpd-medic-${engine.id}.hand-off.json`;
	await writeExport(path, text, { overwrite: options.force === true });
	print(exportText(engine, content, 'summary', { hide, keep, sinceStep: null, only: null }, damage));
	say(language.cli.told.handedOff(path));
}
