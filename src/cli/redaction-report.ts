import type { RedactionReport } from '../transcript/index.ts';

/** What is hidden, by rule, with the files and lines; at most so many files for each rule. */
export function describeHidden(report: RedactionReport, mostFiles = Number.POSITIVE_INFINITY): string {
	return [...new Set(report.map((each) => each.rule))]
		.map((rule) => {
			const entries = report.filter((each) => each.rule === rule);
			const places = entries.slice(0, mostFiles).map(({ file, count, lines }) => {
				const where = lines.length === 0 ? '' : `, line${lines.length > 1 ? 's' : ''} ${lines.join(', ')}`;
				return `  ${file}${where}${count > lines.length ? ` (${count} in all)` : ''}\n`;
			});
			const more = entries.length > mostFiles ? `  and ${entries.length - mostFiles} more files; --preview lists them\n` : '';
			return `${rule}: ${entries[0]?.title ?? rule}\n${places.join('')}${more}`;
		})
		.join('');
}
