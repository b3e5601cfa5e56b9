import type { RedactionReport } from '../transcript/index.ts';
import { language } from './language.ts';

const m = language.cli.hidden;

/** What is hidden, by rule, with the files and lines; at most so many files for each rule. */
export function describeHidden(report: RedactionReport, mostFiles = Number.POSITIVE_INFINITY): string {
	return [...new Set(report.map((each) => each.rule))]
		.map((rule) => {
			const entries = report.filter((each) => each.rule === rule);
			const places = entries.slice(0, mostFiles).map(({ file, count, lines }) => {
				return `  ${m.place(file, lines, count)}\n`;
			});
			const more = entries.length > mostFiles ? `  ${m.moreFiles(entries.length - mostFiles)}\n` : '';
			return `${rule}: ${entries[0]?.title ?? rule}\n${places.join('')}${more}`;
		})
		.join('');
}
