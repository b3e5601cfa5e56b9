import { count } from './count.ts';
import { sizeOf } from './size.ts';

function duration(seconds: number): string {
	return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

const grouped = (number: number): string => number.toLocaleString('en');

/** How far a search is. */
interface Progress {
	readonly read: number;
	readonly size: number;
	readonly found: number;
	/** Since it began. */
	readonly seconds: number;
	/** Seconds without a byte. */
	readonly silent: number;
}

/** Sentences of the search of a whole log, whichever door tells them. */
export const wholeLog = {
	offer: (bytes: number, files: number) =>
		`Search the whole log: ${sizeOf(bytes)}${files > 1 ? ` in ${count(files, 'file')}` : ''}`,
	again: (bytes: number) => `Search the whole log again: ${sizeOf(bytes)}`,
	show: 'Show what the search of the whole log has found',
	stop: 'Stop the search of the whole log',
	cut: 'Only the end of the log was read.',
	unfinished: 'The search of the whole log was not finished.',
	failed: (message: string, advice: string) => `The whole log could not be searched: ${message}. ${advice}`,
	incomplete: (message: string) => `Not all of it: ${message}.`,
	running: ({ read, size: all, found, seconds, silent }: Progress): string => {
		const share = all === 0 ? 100 : Math.floor((100 * Math.min(read, all)) / all);
		const far = `${share} %, ${sizeOf(read)} of ${sizeOf(all)}, ${duration(seconds)}`;
		const still = silent > 0 ? `; no byte came for ${duration(silent)}` : '';
		return `Whole log: ${far}, ${grouped(found)} found${still}`;
	},
	begins: 'Searching the whole log.',
	stopping: 'The search was stopped.',
	done: 'The whole log was searched.',
};
