import { formsOf, isStrong } from './forms.ts';
import { KnownTexts } from './known-texts.ts';
import { Masks, ownCopy } from './masks.ts';
import { isTellingHost, isUnmistakable, maskHost } from './names.ts';
import { type Place, type RedactionReport, ReportBook } from './report.ts';
import type { Veil } from './rule.ts';
import { RuleSet } from './rule-set.ts';
import { lineRules, spanningRules } from './rules.ts';
import { isSystemAccount } from './system-accounts.ts';
import { atOnce, type Work } from '../work.ts';

/** What the operator and the session say about what to hide. */
export interface RedactionChoices {
	/** Ids of rules that are lifted. */
	readonly keep: readonly string[];
	/** Texts that are hidden wherever they stand, each of three characters or more. */
	readonly hide: readonly string[];
	/** Names of hosts and of accounts that the session knows. */
	readonly hosts: readonly string[];
	readonly users: readonly string[];
}

const allRules = new RuleSet(() => true);
const secretRules: ReadonlySet<string> = new Set(
	[...spanningRules, ...lineRules].filter(({ about }) => about === 'secret').map(({ id }) => id),
);

/** More values than this are not searched for elsewhere. */
const mostSecrets = 20_000;
const mostNames = 2000;

/** Secrets that are taken up between two breaths. */
const breath = 100;

const knownSecretRule = 'known-secret';

/** Every rule by its id, in the order of the report. Several rules may have one id. */
export const ruleIds: readonly string[] = [
	...new Set([...spanningRules, ...lineRules].map(({ id }) => id)),
	...[knownSecretRule, 'session-name', 'operator'],
];

/**
 * Hides what rules find, text after text, and keeps the stand-ins stable. Texts are read whole and in the same order for
 * every export of a session; then `finish` hides what was learned from one text in the others.
 */
export class Redactor {
	readonly #choices: RedactionChoices;
	readonly #rules: RuleSet;
	readonly #masks = new Masks();
	readonly #secrets = new Map<string, string>();
	/** Names of hosts and users that rules met. */
	readonly #names = new Map<string, string>();
	/** Names as they stand, with what they become. */
	readonly #hosts = new Map<string, string>();
	readonly #book = new ReportBook();
	#known: KnownTexts | null = null;
	#place: Place | null = null;

	constructor(choices: RedactionChoices) {
		this.#choices = choices;
		this.#rules = choices.keep.length === 0 ? allRules : new RuleSet((rule) => !choices.keep.includes(rule.id));
	}

	/** For the lines of one text. A place makes what is hidden a part of the report. */
	begin(): (line: string, place: Place | null) => string {
		const hide = this.#rules.begin((rule) => this.#veilOf(rule));
		return (line, place) => {
			this.#place = place;
			return hide(line);
		};
	}

	/** Hides what is known by now: secrets of other texts in any of their forms, names, the operator's own texts. */
	finish(text: string, place: Place | null): string {
		this.#known ??= atOnce(this.#collecting());
		return this.#known.hide(text, (rule) => {
			if (place !== null) this.#book.note(rule, place);
		});
	}

	/** What `finish` does first, in pieces: there may be thousands of values to be known. */
	*prepare(): Work<void> {
		this.#known ??= yield* this.#collecting();
	}

	/** Values that must not be in an export, with their masks; none where the operator lets them stand elsewhere. */
	secrets(): ReadonlyMap<string, string> {
		return this.#choices.keep.includes(knownSecretRule) ? new Map() : this.#secrets;
	}

	report(titles: Readonly<Record<string, string>>): RedactionReport {
		return this.#book.report(ruleIds, titles);
	}

	#veilOf(id: string): Veil {
		const isSecret = secretRules.has(id);
		const note = (): void => {
			if (this.#place !== null) this.#book.note(id, this.#place);
		};
		return {
			mask: (kind, value) => {
				note();
				const mask = this.#masks.of(kind, value);
				if (isSecret && kind !== 'user' && kind !== 'person') this.#learn(value, mask);
				else if (kind === 'user' && value.length > 3 && isUnmistakable(value)) this.#learnName(value, mask);
				return mask;
			},
			ipv4: (address, bits = 32) => {
				note();
				return this.#masks.addresses.ipv4(address, bits);
			},
			ipv6: (groups, bits = 128) => {
				note();
				return this.#masks.addresses.ipv6(groups, bits);
			},
			host: (name) => {
				const mask = this.#hostMask(name);
				if (mask !== name) note();
				return mask;
			},
			learn: (kind, value) => this.#learn(value, this.#masks.of(kind, value)),
		};
	}

	#learn(value: string, mask: string): void {
		if (this.#secrets.size >= mostSecrets || this.#secrets.has(value) || !isStrong(value)) return;
		const secret = ownCopy(value);
		this.#secrets.set(secret, mask);
		if (this.#known !== null) this.#addSecret(this.#known, secret, mask);
	}

	#hostMask(name: string): string {
		const known = this.#hosts.get(name);
		if (known !== undefined) return known;
		const own = ownCopy(name);
		const mask = isTellingHost(own.replace(/^\*\./, '')) ? maskHost(own, (kind, part) => this.#maskOfHostPart(kind, part)) : own;
		if (this.#hosts.size >= mostNames) this.#hosts.clear();
		this.#hosts.set(own, mask);
		return mask;
	}

	/** A domain, or a label that is no word, means the same wherever it stands. */
	#maskOfHostPart(kind: string, part: string): string {
		const mask = this.#masks.of(kind, part);
		const isOwn = kind === 'domain' ? part.includes('.') : part.length > 3 && /[\d-]/.test(part) && isUnmistakable(part);
		if (isOwn) this.#learnName(part, mask);
		return mask;
	}

	#learnName(value: string, mask: string): void {
		if (this.#names.has(value) || this.#names.size >= mostNames) return;
		const name = ownCopy(value);
		this.#names.set(name, mask);
		if (this.#known !== null) this.#addName(this.#known, name, mask);
	}

	*#collecting(): Work<KnownTexts> {
		const { keep, hide, hosts, users } = this.#choices;
		const mask = (kind: string, value: string): string => this.#masks.of(kind, value);
		const known = new KnownTexts();
		for (const text of hide) known.add('operator', text, mask('hidden', text));
		let secrets = 0;
		for (const [secret, own] of this.#secrets) {
			this.#addSecret(known, secret, own);
			secrets += 1;
			if (secrets % breath === 0) yield 0;
		}
		if (!keep.includes('session-name')) {
			for (const host of hosts.filter((each) => isTellingHost(each))) {
				known.addName('session-name', host, maskHost(host, mask));
				const [label = '', ...domain] = host.split('.');
				if (domain.length > 0 && isUnmistakable(label)) known.addName('session-name', label, mask('host', label.toLowerCase()));
				if (domain.length > 1) known.addName('session-name', domain.join('.'), mask('domain', domain.join('.').toLowerCase()));
			}
			for (const [name, own] of this.#names) this.#addName(known, name, own);
			for (const user of users)
				if (!isSystemAccount(user) && isUnmistakable(user)) known.addName('session-name', user, mask('user', user));
		}
		return known;
	}

	#addSecret(known: KnownTexts, secret: string, mask: string): void {
		if (this.#choices.keep.includes(knownSecretRule)) return;
		for (const form of formsOf(secret, 6)) known.add(knownSecretRule, form, mask);
	}

	#addName(known: KnownTexts, name: string, mask: string): void {
		if (!this.#choices.keep.includes('session-name')) known.addName('session-name', name, mask);
	}
}
