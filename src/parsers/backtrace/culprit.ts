import type { ReasonId, WouldTellId } from '../../catalogue/index.ts';
import type { Crash } from './crash.ts';
import { isWaiting } from './machinery.ts';
import { type Owner, ownerOf } from './owner.ts';
import { walksAllPools } from './owners/function-kinds.ts';
import { phpObject } from './owners/php.ts';
import type { Frame } from './types.ts';

/** Who is to blame for a crash, or why that cannot be told. */
export interface Culprit {
	readonly module: string | null;
	readonly frame: Frame | null;
	readonly reason: ReasonId;
	/** Evidence that would tell, where this does not or not surely. */
	readonly whatWouldTell: WouldTellId | null;
}

type Explanation = Pick<Culprit, 'reason' | 'whatWouldTell'>;

interface Suspect {
	readonly object: string;
	readonly frame: Frame;
	/** What was found: the module itself, an interpreter, or a library whose caller is not on the stack. */
	readonly as: 'module' | 'engine' | 'library';
}

/** Functions that run scripts: what called the interpreter before them is not what it was doing. */
const executors =
	/^(?:execute(?:_ex)?|zend_execute\w*|zend_call_function|ZEND_\w+_HANDLER|zend_do_fcall\w*|zend_vm_call\w*|zend_fe_\w+|php_execute_script|_?PyEval_\w+|PyRun_\w+|Perl_runops\w*|Perl_call_\w+|perl_run|vm_exec\w*|rb_eval\w*|luaV_execute|lua_p?call\w*)$/;
const hosts = /^mod_(?:wsgi|python|perl|ruby|lua|passenger)/;
const mostEngineFrames = 6;

const isCalledAs = (name: string | null, shape: RegExp): boolean => name !== null && shape.test(name);

/** The innermost frame that an expert would blame. Stops where httpd called whatever was registered. */
function findSuspect(frames: readonly Frame[]): Suspect | undefined {
	let engine: Suspect | undefined;
	let library: Suspect | undefined;
	let hasExecuted = false;
	let inEngine = 0;
	for (const frame of frames) {
		const owner: Owner = ownerOf(frame);
		if (owner.kind === 'dispatch') break;
		if (owner.object === null) continue;
		const suspect = { object: owner.object, frame };
		if (owner.kind === 'library') {
			// A library that scripts load belongs to them, not to what ran the script.
			if (!hasExecuted) library ??= { ...suspect, as: 'library' };
		} else if (owner.kind === 'engine') {
			engine ??= { ...suspect, as: 'engine' };
			hasExecuted ||= isCalledAs(frame.function, executors);
			if (++inEngine > mostEngineFrames) hasExecuted = true;
		} else if (owner.kind === 'extension') {
			if (!hasExecuted) return { ...suspect, as: 'module' };
		} else {
			const isPhp = engine !== undefined && /^(?:libphp|php\d?ts)/i.test(engine.object);
			if (engine && (isPhp || !hosts.test(suspect.object))) return engine;
			return { ...suspect, as: 'module' };
		}
	}
	return engine ?? library;
}

function nothingTells(crash: Crash): Explanation {
	const [top] = crash.frames;
	if (!top) return { reason: 'no-frame', whatWouldTell: 'core-trace' };
	if (crash.frames.every((frame) => frame.function === '??' || frame.function === null)) {
		return { reason: 'nameless', whatWouldTell: 'right-binary' };
	}
	if (top.function === '??' && top.object === null && ownerOf(crash.frames[1] ?? top).kind === 'dispatch') {
		return { reason: 'lost-hook', whatWouldTell: 'first-crash' };
	}
	return { reason: 'no-module', whatWouldTell: 'symbols' };
}

/** Names the culprit of a crash. `texts`: other lines of the evidence, which may name PHP's object. */
export function findCulprit(crash: Crash, texts: Iterable<string>): Culprit {
	const { frames } = crash;
	const significant = frames.find((frame) => ownerOf(frame).kind !== 'runtime' || walksAllPools(frame.function));
	if (significant && walksAllPools(significant.function)) {
		return { module: null, frame: null, reason: 'all-pools', whatWouldTell: 'checker' };
	}
	const suspect = findSuspect(frames);
	if (!suspect) return { module: null, frame: null, ...nothingTells(crash) };
	const module = suspect.object === 'libphp.so' && suspect.frame.object === null ? phpObject(frames, texts) : suspect.object;
	return { module, frame: suspect.frame, ...explain(crash, suspect) };
}

function explain(crash: Crash, suspect: Suspect): Explanation {
	if (crash.isHeap) return { reason: 'damaged-heap', whatWouldTell: 'checker' };
	if (suspect.as === 'library') return { reason: 'library', whatWouldTell: 'library-symbols' };
	const [top] = crash.frames;
	if (crash.isAssertion) return { reason: 'assertion', whatWouldTell: null };
	if (crash.isAbort) return { reason: 'abort', whatWouldTell: null };
	if (top === suspect.frame) return { reason: 'fault', whatWouldTell: null };
	if (top?.function === '??' && top.object === null) return { reason: 'no-code', whatWouldTell: null };
	if (isCalledAs(top?.function ?? null, /pool|alloc|free|efree|emalloc|cleanup/i)) {
		return { reason: 'memory', whatWouldTell: 'checker' };
	}
	return { reason: 'innermost', whatWouldTell: null };
}

/** No fault: the thread rests in a system call. */
export function isResting(frame: Frame | undefined): boolean {
	return frame !== undefined && isWaiting(frame.function);
}
