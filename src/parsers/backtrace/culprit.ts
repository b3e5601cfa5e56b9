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
	readonly reason: string;
	/** Evidence that would tell, where this does not or not surely. */
	readonly whatWouldTell: string | null;
}

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

function nothingTells(crash: Crash): { readonly reason: string; readonly whatWouldTell: string } {
	const [top] = crash.frames;
	if (!top) {
		return {
			reason: 'The text shows no frame of the crashed thread.',
			whatWouldTell: 'The output of `thread apply all bt` for the core dump.',
		};
	}
	if (crash.frames.every((frame) => frame.function === '??' || frame.function === null)) {
		return {
			reason:
				'No frame of the crashed thread has a name: the program given to the debugger may not be the one that crashed, or the stack was overwritten.',
			whatWouldTell: 'The trace again with the binary that crashed and its debug symbols, and `info sharedlibrary`.',
		};
	}
	if (top.function === '??' && top.object === null && ownerOf(crash.frames[1] ?? top).kind === 'dispatch') {
		return {
			reason:
				'httpd called a hook whose code is no longer there: the module that registered it was unloaded, or its entry was overwritten.',
			whatWouldTell:
				'A core of the first crash after the restart, `info sharedlibrary`, and the same requests with modules left out one by one.',
		};
	}
	return {
		reason: 'Only frames of httpd, APR and the C library are on the stack, and no module that called them.',
		whatWouldTell: 'A trace with debug symbols of httpd and all modules, or the same load with modules left out one by one.',
	};
}

const corpse = 'Valgrind or AddressSanitizer, which stop where the memory is damaged, or leaving modules out one by one.';

/** Names the culprit of a crash. `texts`: other lines of the evidence, which may name PHP's object. */
export function findCulprit(crash: Crash, texts: Iterable<string>): Culprit {
	const { frames } = crash;
	const significant = frames.find((frame) => ownerOf(frame).kind !== 'runtime' || walksAllPools(frame.function));
	if (significant && walksAllPools(significant.function)) {
		return {
			module: null,
			frame: null,
			reason: 'The fault is in a walk through all memory pools, which meets the pools of everybody: its caller is no suspect.',
			whatWouldTell: corpse,
		};
	}
	const suspect = findSuspect(frames);
	if (!suspect) return { module: null, frame: null, ...nothingTells(crash) };
	const module = suspect.object === 'libphp.so' && suspect.frame.object === null ? phpObject(frames, texts) : suspect.object;
	const where =
		suspect.frame.function === '??' || suspect.frame.function === null ? module : `${suspect.frame.function} in ${module}`;
	return { module, frame: suspect.frame, ...explain(crash, suspect, where) };
}

function explain(
	crash: Crash,
	suspect: Suspect,
	where: string,
): { readonly reason: string; readonly whatWouldTell: string | null } {
	if (crash.isHeap) {
		return {
			reason: `The C library found its heap damaged when ${where} used it. That module is the victim: whatever damaged the heap did so earlier, and may be another module.`,
			whatWouldTell: corpse,
		};
	}
	if (suspect.as === 'library') {
		return {
			reason: `The innermost code that is not httpd's is ${where}, a library; the module that called it is not on the stack.`,
			whatWouldTell: 'A trace with debug symbols, which shows the caller of the library.',
		};
	}
	const [top] = crash.frames;
	const isTop = top === suspect.frame;
	if (crash.isAssertion) return { reason: `An assertion failed in ${where}.`, whatWouldTell: null };
	if (crash.isAbort) return { reason: `The process ended itself below ${where}.`, whatWouldTell: null };
	if (isTop) return { reason: `The fault is in ${where}.`, whatWouldTell: null };
	if (top?.function === '??' && top.object === null) {
		return { reason: `${where} called an address where there is no code.`, whatWouldTell: null };
	}
	if (isCalledAs(top?.function ?? null, /pool|alloc|free|efree|emalloc|cleanup/i)) {
		return {
			reason: `The fault is in memory management that ${where} called: it is the nearest suspect, but the memory may have been damaged before.`,
			whatWouldTell: corpse,
		};
	}
	return { reason: `${where} is the innermost code that is no library function: it called what failed.`, whatWouldTell: null };
}

/** No fault: the thread rests in a system call. */
export function isResting(frame: Frame | undefined): boolean {
	return frame !== undefined && isWaiting(frame.function);
}
