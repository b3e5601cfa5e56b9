import { argumentsAt, isBalanced } from './names.ts';

/** A numbered frame that may go on in the next lines, because a terminal or a mail program has wrapped it. */
export interface PendingFrame {
	readonly text: string;
	readonly index: number;
	readonly firstLine: number;
	readonly lastLine: number;
	readonly needs: Need;
}

/**
 * `more`: it cannot end here. `place`: only its file or object may follow. `object`: only the rest of its object's name may.
 * `nothing`: it is whole.
 */
type Need = 'more' | 'place' | 'object' | 'nothing';

const mostLines = 40;
const begun = /^#\d+(?:\s+(?:https?:\/\/\S+\s*)?(?:0x[0-9a-fA-F]+)?)?(?:\s+in)?$/;
const cutWord = /\s(?:in|at|from|von|bei|depuis|dans)$/;
const wholeObject = /\.(?:so|dylib|bundle|sl|dll)\b/;
const objectEnd = /^\S*\.so[\d.]*$/;
const placeLine = /^(?:from|at)(?:\s+\S|$)|^(?:von|bei|depuis|à|de|desde|en|em|da|в|из)\s+(?:\/\S+|\S+:\d+)$/;
const sourceLine = /^\S*[./]\S*:\d+(?::\d+)?$/;

function placeOf(text: string): { readonly word: 'at' | 'from'; readonly place: string } | undefined {
	const at = text.lastIndexOf(') at ');
	const from = text.lastIndexOf(') from ');
	if (at === -1 && from === -1) return undefined;
	return at > from ? { word: 'at', place: text.slice(at + 5) } : { word: 'from', place: text.slice(from + 7) };
}

const beforeName = /^#\d+\s+(?:0x[0-9a-fA-F]+\s+(?:in\s+)?)?/;

function hasArguments(text: string): boolean {
	return text.includes('(') && argumentsAt(text.replace(beforeName, '')) !== -1;
}

function hasOpenTemplate(text: string): boolean {
	if (!text.includes('<')) return false;
	const name = text.replace(/operator(?:<<?=?|<=>|>>?=?|->\*?)/g, '');
	return name.split('<').length > name.split('>').length;
}

function needOf(text: string): Need {
	const placed = placeOf(text);
	if (placed?.word === 'from' && /^\S*[^/]$/.test(placed.place)) return wholeObject.test(placed.place) ? 'nothing' : 'object';
	if (placed?.word === 'at' && /:\d+$/.test(placed.place)) return 'nothing';
	if (placed && !placed.place.includes(' ')) return 'more';
	if (text.endsWith(' ()')) return 'place';
	if (begun.test(text) || cutWord.test(text)) return 'more';
	if (!hasArguments(text) && hasOpenTemplate(text)) return 'more';
	return isBalanced(text) ? 'place' : 'more';
}

export function pendingFrame(text: string, index: number, line: number): PendingFrame {
	return { text, index, firstLine: line, lastLine: line, needs: needOf(text) };
}

/** Whether the line goes on with the frame rather than being something of its own. */
export function goesOn(pending: PendingFrame, line: string): boolean {
	if (pending.lastLine - pending.firstLine >= mostLines) return false;
	if (pending.needs === 'place') {
		return placeLine.test(line) || (!hasArguments(pending.text) && (/^[(<]/.test(line) || sourceLine.test(line)));
	}
	if (pending.needs === 'object') return objectEnd.test(line);
	return pending.needs === 'more';
}

/** The frame with the line added. A path, or a word at the edge of the terminal, that was cut goes on without a blank. */
export function joined(pending: PendingFrame, line: string, number: number, isHardWrapped: boolean): PendingFrame {
	const placed = placeOf(pending.text);
	const isCutPath = placed !== undefined && !placed.place.includes(' ') && placed.place !== '' && !/\s$/.test(pending.text);
	const text = `${pending.text}${isCutPath || isHardWrapped ? '' : ' '}${line}`;
	return { ...pending, text, lastLine: number, needs: needOf(text) };
}

/** The text up to the next frame where two stand in one line; undefined where there is only one. */
export function splitAtNext(text: string, index: number): { readonly head: string; readonly rest: string } | undefined {
	const mark = ` #${index + 1}`;
	for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1)) {
		const after = text.charCodeAt(at + mark.length);
		if (Number.isNaN(after) || after === 0x20 || text.startsWith('0x', at + mark.length)) {
			return { head: text.slice(0, at), rest: text.slice(at + 1) };
		}
	}
	return undefined;
}
