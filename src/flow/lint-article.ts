import type { Complaint, YamlPath } from '../authoring/index.ts';
import type { Article, Remedy, RemedyAction } from '../domain/index.ts';
import { namespaceOf } from './factbase.ts';
import { type Known, type RuleBook, unknownCollectors } from './lint-rules.ts';

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
		...(['actions', 'undo'] as const).flatMap((list) => [
			...remedy[list].flatMap((action, index) => checkAction(action, [...path, list, index], rules, known)),
			...untested(remedy[list], [...path, list]),
		]),
		...(verification
			? [
					...rules.rule([...path, 'verification', 'rule'], verification.rule),
					...rules.text([...path, 'verification', 'statement'], verification.statement),
					...unknownCollectors([...path, 'verification', 'collectors'], verification.collectors, known),
				]
			: []),
	];
}

function checkAction(action: RemedyAction, path: YamlPath, rules: RuleBook, known: Known): readonly Complaint[] {
	const texts = textsOf(action).flatMap((text) => rules.text(path, text));
	if (action.kind !== 'run-each') return texts;
	const type = known.types.get(action.over);
	return [
		...texts,
		...rules.fact(path, action.over),
		...(type === undefined || type === 'list'
			? []
			: [{ path, message: `${action.over} is no list to run a command for each of` }]),
		...(action.argv.some((word) => word.includes('{item}')) ? [] : [{ path, message: 'No word of the command holds {item}' }]),
	];
}

function textsOf(action: RemedyAction): readonly string[] {
	switch (action.kind) {
		case 'run':
			return [...action.argv, ...(action.undo ?? [])];
		case 'run-each':
			return action.argv;
		case 'write':
			return [action.change.path, action.change.content ?? ''];
		case 'instruct':
			return [action.text];
	}
}

const takesUp = /^(?:re)?start$|^reload|^(?:force|try)-|^graceful$/;
const servers = /^(?:apache2?|httpd)(?:@\w+)?(?:\.service)?$/;

/** A running server must not be made to read a configuration that nobody has tested. */
function untested(actions: readonly RemedyAction[], path: YamlPath): readonly Complaint[] {
	const commands = actions.map((action): readonly string[] => (action.kind === 'run' ? action.argv : []));
	const tested = commands.findIndex((words) => isControl(words) && words.includes('configtest'));
	return commands.flatMap((words, index) => {
		const isService =
			/(?:^|\/)(?:systemctl|service|rc-service)$/.test(words[0] ?? '') && words.some((word) => servers.test(word));
		const isRisky = (isControl(words) || isService) && words.slice(1).some((word) => takesUp.test(word));
		const isTested = tested !== -1 && tested < index;
		return isRisky && !isTested ? [{ path: [...path, index], message: `${words.join(' ')} comes before any configtest` }] : [];
	});
}

function isControl(words: readonly string[]): boolean {
	return /(?:^|\/)(?:apachectl|apache2ctl|httpd|apache2)$/.test(words[0] ?? '');
}
