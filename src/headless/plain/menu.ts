import type { Intent } from '../../domain/index.ts';
import type { CollectScreen, DiagnosisScreen, RemedyView, Screen, WelcomeScreen } from '../../session/index.ts';
import { hiddenLine, oneLine } from './foreign.ts';
import type { PlainMessages } from '../../catalogue/index.ts';

/** What a number or a letter makes happen. Nothing above `read` happens without a typed word first. */
export type Action =
	| { readonly kind: 'send'; readonly intent: Intent }
	| {
			readonly kind:
				| 'practice'
				| 'bundle'
				| 'sessions'
				| 'fresh'
				| 'export'
				| 'quit'
				| 'leave'
				| 'wait'
				| 'watch'
				| 'await-watch'
				| 'search-log'
				| 'await-search';
	  }
	| { readonly kind: 'knowledge'; readonly words: string | null }
	| { readonly kind: 'article'; readonly id: string }
	| { readonly kind: 'consent'; readonly collector: string }
	| { readonly kind: 'remedy'; readonly diagnosis: string; readonly remedy: string; readonly undo: boolean };

interface Choice {
	readonly label: string;
	/** Told after the label, but not again when it is chosen. */
	readonly detail?: string;
	readonly action: Action;
}

/** Numbered choices, and the one that Enter alone takes: always a harmless one, and one that leads on. */
export interface Menu {
	readonly choices: readonly Choice[];
	/** Index of it. */
	readonly fallback: number;
}

/** What the choices depend on beside the screen. */
export interface MenuContext {
	readonly m: PlainMessages;
	readonly hasPractice: boolean;
	/** Articles that were read already. */
	readonly read: ReadonlySet<string>;
	/** The last thing asked for was refused: Enter alone must not ask for it again and again. */
	readonly isStuck: boolean;
}

export function menuOf(screen: Screen, context: MenuContext): Menu {
	const menu = screen.isReadOnly ? readOnlyMenu(screen, context.m) : menuOfBody(screen, context);
	if (!context.isStuck) return menu;
	const known = menu.choices.findIndex(({ action }) => action.kind === 'quit' || action.kind === 'leave');
	if (known !== -1) return { choices: menu.choices, fallback: known };
	return last([...menu.choices, { label: context.m.diagnosis.end, action: { kind: 'quit' } }]);
}

/** What can be done with a session that is only looked at. */
function readOnlyMenu({ body, legal }: Screen, m: PlainMessages): Menu {
	const result: readonly Choice[] =
		body.kind === 'diagnosis'
			? [...articleChoices(body, m), ...remediesOf(body).flatMap((remedy) => remedyChoices(remedy, m))]
			: [];
	return last([
		...result,
		{ label: m.welcome.sessions, action: { kind: 'sessions' } },
		{ label: m.ended.fresh, action: { kind: 'fresh' } },
		...closing(legal, m),
	]);
}

function articleChoices(body: DiagnosisScreen, m: PlainMessages): readonly Choice[] {
	return body.diagnoses.map(({ id, title }) => ({
		label: m.diagnosis.read(hiddenLine(title)),
		action: { kind: 'article', id },
	}));
}

function menuOfBody(screen: Screen, context: MenuContext): Menu {
	const { m } = context;
	const { body, legal } = screen;
	switch (body.kind) {
		case 'welcome':
			return welcomeMenu(body, context);
		case 'ask': {
			const options = body.options.map(({ id, label }) => send(oneLine(label), { type: 'answer', option: id }));
			return { choices: [...options, send(m.ask.unknown, { type: 'answer', option: null })], fallback: options.length };
		}
		case 'collect':
			return first([...collectChoices(body, m), ...(body.finished ? searchChoices(screen, m) : [])]);
		case 'judge':
			return first([send(m.judge.next(oneLine(body.leadsTo[body.finding.verdict])), { type: 'continue' })]);
		case 'diagnosis':
			return diagnosisMenu(body, screen, context);
		case 'hand-off':
			return last([
				...(legal.has('leave') ? [send(m.ended.handOver, { type: 'leave', outcome: 'handed-off' })] : []),
				...closing(legal, m),
			]);
		case 'ended':
			return first([
				{ label: m.ended.leave, action: { kind: 'leave' } },
				{ label: m.diagnosis.exportReport, action: { kind: 'export' } },
				{ label: m.ended.fresh, action: { kind: 'fresh' } },
			]);
	}
}

function send(label: string, intent: Intent): Choice {
	return { label, action: { kind: 'send', intent } };
}

function first(choices: readonly Choice[]): Menu {
	return { choices, fallback: 0 };
}

function last(choices: readonly Choice[]): Menu {
	return { choices, fallback: choices.length - 1 };
}

function welcomeMenu(body: WelcomeScreen, { m, hasPractice }: MenuContext): Menu {
	const flows = body.symptoms.map((symptom) => {
		const label = oneLine(symptom.label);
		const choice = send(symptom.proposed ? m.welcome.proposed(label) : label, { type: 'choose-flow', flow: symptom.flow });
		return { ...choice, detail: oneLine(symptom.detail) };
	});
	const practice: Choice = { label: m.welcome.practice, action: { kind: 'practice' } };
	const others: readonly Choice[] = [
		{ label: m.welcome.bundle, action: { kind: 'bundle' } },
		{ label: m.welcome.sessions, action: { kind: 'sessions' } },
		{ label: m.welcome.knowledge, action: { kind: 'knowledge', words: null } },
	];
	const isPracticeFirst = !body.hasServer && hasPractice;
	return first(isPracticeFirst ? [practice, ...flows, ...others] : [...flows, practice, ...others]);
}

function collectChoices(body: CollectScreen, m: PlainMessages): readonly Choice[] {
	const closed = body.items.filter((item) => item.state === 'needs-consent');
	const allow = closed.map((item): Choice => ({
		label: m.collect.allow(oneLine(item.title)),
		action: { kind: 'consent', collector: item.collector },
	}));
	if (!body.finished) {
		return [
			{ label: m.diagnosis.end, action: { kind: 'quit' } },
			{ label: m.collect.wait, action: { kind: 'wait' } },
			send(m.collect.stop, { type: 'stop' }),
		];
	}
	return [send(closed.length > 0 ? m.collect.nextWithout : m.collect.next, { type: 'continue' }), ...allow];
}

/** The article of the first diagnosis is read once by Enter alone; then Enter alone leaves. */
function diagnosisMenu(body: DiagnosisScreen, screen: Screen, { m, read }: MenuContext): Menu {
	const { legal } = screen;
	const articles = articleChoices(body, m);
	const choices = [
		...(legal.has('continue') ? [send(m.diagnosis.next, { type: 'continue' })] : []),
		...articles.slice(0, 1),
		...remediesOf(body).flatMap((remedy) => remedyChoices(remedy, m)),
		...articles.slice(1),
		...watchChoices(body, legal, m),
		...searchChoices(screen, m),
		...closing(legal, m),
	];
	const [leading] = body.diagnoses;
	const leadsOn = legal.has('continue') || (leading !== undefined && !read.has(leading.id));
	return leadsOn ? first(choices) : last(choices);
}

function watchChoices(body: DiagnosisScreen, legal: ReadonlySet<Intent['type']>, m: PlainMessages): readonly Choice[] {
	return [
		...(legal.has('watch') ? [{ label: m.watch.begin, action: { kind: 'watch' } } as const] : []),
		...(body.watch?.state === 'running' ? [{ label: m.watch.wait, action: { kind: 'await-watch' } } as const] : []),
		...(legal.has('stop-watch') ? [send(m.watch.stop, { type: 'stop-watch' })] : []),
	];
}

/** Where more of the error log can be searched, or is being searched. */
function searchChoices({ search, legal }: Screen, { wholeLog: m }: PlainMessages): readonly Choice[] {
	if (search === null) return [];
	const offer = search.evidence === null ? m.offer(search.bytes, search.files) : m.again(search.bytes);
	return [
		...(legal.has('search-log') ? [{ label: m.background(offer), action: { kind: 'search-log' } } as const] : []),
		...(legal.has('stop-search') ? [{ label: m.wait, action: { kind: 'await-search' } } as const] : []),
		...(legal.has('stop-search') ? [send(m.stop, { type: 'stop-search' })] : []),
	];
}

/** Those of the diagnoses, and before them those already begun whose diagnosis has gone. */
export function remediesOf(body: DiagnosisScreen): readonly RemedyView[] {
	return [...body.treated, ...body.diagnoses.flatMap((each) => each.remedies)];
}

function remedyChoices(remedy: RemedyView, m: PlainMessages): readonly Choice[] {
	const { diagnosis, id } = remedy;
	const name = m.diagnosis.remedy(remedy.kind, oneLine(remedy.title));
	const canUndo = remedy.undo.length > 0 && ['applied', 'failed', 'interrupted'].includes(remedy.state);
	const open = (undo: boolean): Action => ({ kind: 'remedy', diagnosis, remedy: id, undo });
	return [
		{ label: m.diagnosis.show(name), action: open(false) },
		...(canUndo ? [{ label: m.diagnosis.undo(name), action: open(true) }] : []),
	];
}

function closing(legal: ReadonlySet<Intent['type']>, m: PlainMessages): readonly Choice[] {
	return [
		{ label: m.diagnosis.exportReport, action: { kind: 'export' } },
		...(legal.has('start-over') ? [send(m.diagnosis.startOver, { type: 'start-over' })] : []),
		{ label: m.diagnosis.end, action: { kind: 'quit' } },
	];
}
