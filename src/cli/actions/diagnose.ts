import { language } from '../language.ts';
import { answerOf, drive, exitCodeOf, reportText } from '../../headless/index.ts';
import { loadContent } from '../content.ts';
import { addEvidence } from '../evidence.ts';
import { hintsOf, type TargetOptions, targetUriOf } from '../target-options.ts';
import { print, printJson, say } from '../output.ts';
import { exportText, hideSecrets } from '../transcripts.ts';
import { beginSession, openWorkshop } from '../workshop.ts';

const m = language.cli.told;

const fallback = 'check-up';

export interface DiagnoseOptions extends TargetOptions {
	readonly format: 'text' | 'json' | 'markdown';
	readonly flow?: string;
	readonly answer: Readonly<Record<string, string>>;
}

/** Walks without asking, prints the answer, and leaves its exit code. */
export async function diagnose(options: DiagnoseOptions): Promise<void> {
	const content = await loadContent();
	const workshop = await openWorkshop(content);
	const uri = targetUriOf(options);
	if (uri === 'none') say(m.onlyEvidence);
	const opened = await beginSession(workshop, uri, hintsOf(options), { flow: options.flow ?? null, fallback });
	const { engine } = opened;
	const interrupt = (): void => void opened.close().finally(() => process.exit(130));
	process.once('SIGINT', interrupt);
	try {
		await addEvidence(engine, options.evidence);
		const report = await drive(engine, {
			allow: options.allow,
			answers: options.answer,
			fallbackFlow: fallback,
			flow: options.flow ?? null,
		});
		const remediesOf = (id: string) => content.articles.find((each) => each.id === id)?.remedies ?? [];
		const answer = answerOf(engine, remediesOf, hideSecrets, language.headless);
		for (const warning of engine.screen().warnings) say(warning);
		if (options.format === 'json') printJson(answer);
		else if (options.format === 'text') print(reportText(answer, language.headless));
		else print(exportText(engine, content, 'markdown'));
		for (const collector of report.unconsented) say(m.unconsented(collector));
		for (const step of report.unanswered) say(m.unanswered(step));
		process.exitCode = exitCodeOf(answer, report);
	} finally {
		process.off('SIGINT', interrupt);
		await opened.close();
	}
}
