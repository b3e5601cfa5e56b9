import type { Article, Remedy, RemedyAction } from '../domain/index.ts';
import { namespaceOf } from './factbase.ts';
import { type Complaint, type Known, type RuleBook, unknownCollectors } from './lint-rules.ts';
import type { YamlPath } from './yaml.ts';

/** Facts and collectors that an article names and that do not exist, and rules that do not compile. */
export function checkArticle(article: Article, rules: RuleBook, known: Known): readonly Complaint[] {
	return [
		...article.rules.flatMap((each, index) => [
			...rules.rule(['rules', index, 'when'], each.when),
			...rules.text(['rules', index, 'statement'], each.statement),
		]),
		...checkCulprit(article, rules),
		...checkEach(article, rules),
		...article.remedies.flatMap((each, index) => checkRemedy(each, ['remedies', index], rules, known)),
	];
}

function checkCulprit({ culprit }: Article, rules: RuleBook): readonly Complaint[] {
	if (!culprit) return [];
	return Object.entries(culprit).flatMap(([part, name]) => (name === null ? [] : rules.fact(['culprit', part], name)));
}

function checkEach({ each }: Article, rules: RuleBook): readonly Complaint[] {
	if (!each) return [];
	if (namespaceOf(each.by) === each.namespace) return rules.fact(['each', 'by'], each.by);
	return [{ path: ['each', 'by'], message: `${each.by} is not a fact of the namespace ${each.namespace}` }];
}

function checkRemedy(remedy: Remedy, path: YamlPath, rules: RuleBook, known: Known): readonly Complaint[] {
	const { precondition, verification } = remedy;
	return [
		...(precondition === null ? [] : rules.rule([...path, 'precondition'], precondition)),
		...(['actions', 'undo'] as const).flatMap((list) =>
			remedy[list].flatMap((action, index) => textsOf(action).flatMap((text) => rules.text([...path, list, index], text))),
		),
		...(verification
			? [
					...rules.rule([...path, 'verification', 'rule'], verification.rule),
					...rules.text([...path, 'verification', 'statement'], verification.statement),
					...unknownCollectors([...path, 'verification', 'collectors'], verification.collectors, known),
				]
			: []),
	];
}

function textsOf(action: RemedyAction): readonly string[] {
	switch (action.kind) {
		case 'run':
			return action.argv;
		case 'write':
			return [action.change.path, action.change.content ?? ''];
		case 'instruct':
			return [action.text];
	}
}
