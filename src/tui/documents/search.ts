import type { TuiMessages } from '../../catalogue/index.ts';
import type { LogSearchView } from '../../session/screen-types.ts';
import type { Tone } from '../theme.ts';

/** The search as something to choose. */
export function searchOffer({ bytes, files, evidence }: LogSearchView, { wholeLog: search }: TuiMessages): string {
	return evidence === null ? search.offer(bytes, files) : search.again(bytes);
}

/** How it stands with the search, beside its progress; null while it runs. */
export function searchNote(view: LogSearchView, m: TuiMessages): { readonly text: string; readonly tone: Tone } | null {
	const { wholeLog: search } = m;
	const { statement, problem } = view;
	const withKey = search.key(searchOffer(view, m), 'f');
	switch (view.state) {
		case 'running':
			return null;
		case 'offered':
			return { text: `${search.cut} ${withKey}`, tone: 'accent' };
		case 'unfinished':
			return { text: [search.unfinished, statement ?? withKey].join(' '), tone: 'warn' };
		case 'failed':
			return { text: search.failed(problem?.message ?? '', problem?.advice ?? ''), tone: 'warn' };
		case 'done':
			return problem
				? { text: `${statement ?? search.done} ${search.incomplete(problem.message)}`, tone: 'warn' }
				: { text: statement ?? search.done, tone: 'accent' };
	}
}
