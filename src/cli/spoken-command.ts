import { type Argument, Command, type ErrorOptions, Help, type Option } from 'commander';
import type { Catalogue } from '../catalogue/index.ts';
import { complaintIn } from './complaint.ts';

type Words = Catalogue['cli']['usage'];

/** A command whose help and whose complaints are told in the words of a catalogue. Those made below it are, too. */
export class SpokenCommand extends Command {
	readonly #words: Words;

	constructor(name: string | undefined, words: Words) {
		super(name);
		this.#words = words;
		this.helpOption('-h, --help', words.help);
	}

	override createCommand(name?: string): Command {
		return new SpokenCommand(name, this.#words);
	}

	override createHelp(): Help {
		return new SpokenHelp(this.#words);
	}

	override error(message: string, options?: ErrorOptions): never {
		return super.error(complaintIn(message, this.#words), options);
	}
}

class SpokenHelp extends Help {
	override readonly showGlobalOptions = true;
	readonly #words: Words;

	constructor(words: Words) {
		super();
		this.#words = words;
	}

	override styleTitle(title: string): string {
		const titles: Readonly<Record<string, string>> = this.#words.titles;
		return titles[title] ?? title;
	}

	override optionDescription({ description, argChoices, defaultValue }: Option): string {
		return this.#described(description, argChoices, defaultValue);
	}

	override argumentDescription({ description, argChoices, defaultValue }: Argument): string {
		return this.#described(description, argChoices, defaultValue);
	}

	/** Only a text is told as what holds where nothing is given: an empty one, or an empty list, tells nobody anything. */
	#described(description: string, choices: readonly string[] | undefined, fallback: unknown): string {
		const details = [
			...(choices === undefined ? [] : [this.#words.choices(choices.map((each) => JSON.stringify(each)).join(', '))]),
			...(typeof fallback === 'string' && fallback !== '' ? [this.#words.fallback(JSON.stringify(fallback))] : []),
		];
		return details.length === 0 ? description : `${description} (${details.join(', ')})`;
	}
}
