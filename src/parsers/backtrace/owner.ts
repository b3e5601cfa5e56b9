import { functionKind } from './owners/function-kinds.ts';
import { httpdFunctions } from './owners/httpd-functions.ts';
import { libraryFunctions } from './owners/library-functions.ts';
import { isExtension, objectKind, objectName } from './owners/objects.ts';
import { prefixLookup } from './owners/prefix-table.ts';
import { scriptFunctions } from './owners/script-functions.ts';
import { sourceOwner } from './owners/source.ts';
import type { SourceOwner } from './owners/source-rule.ts';
import { thirdPartyFunctions } from './owners/third-party-functions.ts';
import type { Frame } from './types.ts';

/**
 * Whose code a frame is. `engine`: the interpreter of a scripting language. `dispatch`: calls whatever a module has
 * registered. `unknown`: nothing in the frame tells.
 */
export interface Owner {
	readonly kind: 'module' | 'extension' | 'engine' | 'library' | 'core' | 'dispatch' | 'mpm' | 'apr' | 'runtime' | 'unknown';
	/** Name of the object, such as `mod_jk.so`; null where it is part of httpd, of the C library or not known. */
	readonly object: string | null;
}

const moduleOf = prefixLookup(httpdFunctions, scriptFunctions, thirdPartyFunctions);
const libraryOf = prefixLookup(libraryFunctions);

const engines = /^(?:libphp|php\d?ts|libpython|libperl|libruby|liblua)/i;

function named(object: string, path = object): Owner {
	if (engines.test(object)) return { kind: 'engine', object };
	return { kind: isExtension(path) && !object.startsWith('mod_') ? 'extension' : 'module', object };
}

function ofSource(owner: SourceOwner): Owner {
	if (owner.kind === 'module') return named(owner.object);
	if (owner.kind === 'library') return { kind: engines.test(owner.object) ? 'engine' : 'library', object: owner.object };
	return { kind: owner.kind, object: null };
}

/** Whose a function is by its name alone. */
function ofFunction(name: string): Owner {
	const module = moduleOf(name);
	const kind = functionKind(name);
	if (module && (kind === undefined || kind === 'core' || module.length > 4)) return named(module.object);
	if (kind) return { kind, object: null };
	const library = libraryOf(name);
	if (library) return { kind: engines.test(library.object) ? 'engine' : 'library', object: library.object };
	return { kind: 'unknown', object: null };
}

/** Whose code a frame is, by its object, else its source file, else its function's name. */
export function ownerOf(frame: Frame): Owner {
	const name = frame.function === '??' ? null : frame.function;
	if (frame.object !== null) {
		const kind = objectKind(frame.object);
		const object = objectName(frame.object);
		if (/\/auto\/(?:Apache2|APR|ModPerl)\//.test(frame.object)) return named('mod_perl.so');
		if (kind === 'module') return named(object, frame.object);
		if (kind === 'library') return { kind: engines.test(object) ? 'engine' : 'library', object };
		if (kind !== 'program') return { kind, object: null };
	}
	if (name !== null && functionKind(name) === 'dispatch') return { kind: 'dispatch', object: null };
	const source = frame.file === null ? undefined : sourceOwner(frame.file);
	if (source && source.kind !== 'core') return ofSource(source);
	if (name === null) return { kind: source ? 'core' : 'unknown', object: null };
	const owner = ofFunction(name);
	const isModule = owner.kind === 'module' || owner.kind === 'extension' || owner.kind === 'engine';
	// A module may have a `config.c` of its own.
	if (source && !(isModule && !frame.file?.includes('server/')) && owner.kind !== 'mpm') return { kind: 'core', object: null };
	return owner;
}
