import type { JudgeScreen } from '../../session/screen-types.ts';
import type { TuiMessages } from '../../catalogue/index.ts';
import { blank, lines, type PaneLine } from '../pane/content.ts';
import { type LineReader, proofsLines } from './proof.ts';

/** What speaks for the verdict, and what is missing. */
export function judgeDocument(body: JudgeScreen, read: LineReader, m: TuiMessages): readonly PaneLine[] {
	const proofs = proofsLines(body.finding.proofs, read, m, 2);
	const missing = body.missing.flatMap((each) => [
		...lines(`- ${each.why}`),
		...lines(`${m.diagnosis.how}: ${each.how}`, 'accent', 2),
	]);
	return [
		...lines(m.judge.proof, 'title'),
		...(proofs.length > 0 ? proofs : lines(m.judge.noProof, 'muted', 2)),
		...(missing.length > 0 ? [blank, ...lines(m.judge.missing, 'title'), ...missing] : []),
	];
}
