/** State of a choice list. ink-select-input moves the highlight; this remembers it, and tells when the list must be built anew. */
export interface ChoiceState {
	readonly values: readonly string[];
	/** Value highlighted now; null in an empty list. */
	readonly selected: string | null;
	/** The operator has moved it: from then on it stays where it is when the list changes. */
	readonly touched: boolean;
	/** Counts how often the list must be mounted again at `selected`. */
	readonly mount: number;
}

export type ChoiceEvent =
	| { readonly type: 'highlighted'; readonly value: string }
	/** 1 for the first. */
	| { readonly type: 'number'; readonly number: number }
	| { readonly type: 'first' | 'last' }
	| { readonly type: 'values'; readonly values: readonly string[]; readonly initial: string | null };

export function createChoice(values: readonly string[], initial: string | null): ChoiceState {
	return { values, selected: present(values, initial), touched: false, mount: 0 };
}

/** Pure and total. No event chooses anything: that is Enter's alone. */
export function moveChoice(state: ChoiceState, event: ChoiceEvent): ChoiceState {
	switch (event.type) {
		case 'highlighted':
			return state.values.includes(event.value) ? { ...state, selected: event.value, touched: true } : state;
		case 'number':
			return goTo(state, state.values[event.number - 1]);
		case 'first':
			return goTo(state, state.values[0]);
		case 'last':
			return goTo(state, state.values.at(-1));
		case 'values': {
			if (sameValues(state.values, event.values)) return state;
			const kept = state.touched ? state.selected : null;
			const selected = kept !== null && event.values.includes(kept) ? kept : present(event.values, event.initial);
			return { values: event.values, selected, touched: selected === kept && kept !== null, mount: state.mount + 1 };
		}
	}
}

function goTo(state: ChoiceState, value: string | undefined): ChoiceState {
	return value === undefined ? state : { ...state, selected: value, touched: true, mount: state.mount + 1 };
}

function present(values: readonly string[], initial: string | null): string | null {
	return initial !== null && values.includes(initial) ? initial : (values[0] ?? null);
}

function sameValues(a: readonly string[], b: readonly string[]): boolean {
	return a.length === b.length && a.every((value, index) => value === b[index]);
}
