import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Apache, configureApache } from '../apache.ts';
import type { Need } from '../availability.ts';
import type { Expected, ScenarioDefinition } from '../scenario.ts';
import { coreIn, scenarioOf } from '../standing.ts';
import { armCores } from '../sysctl.ts';

const segfault = /AH00051: child pid \d+ exit signal Segmentation fault \(11\), possible coredump in/;

interface Interpreter {
	readonly id: string;
	readonly title: string;
	readonly expected: Expected;
	readonly needs: readonly Need[];
	/** Name and file of the module that brings the interpreter. */
	readonly module: readonly [string, string];
	readonly mpm: 'prefork' | 'event';
	readonly directives: (documentRoot: string) => readonly string[];
	readonly script: { readonly name: string; readonly text: string };
	/** Where the core falls: an interpreter may change the working directory. */
	readonly coreFolder: (apache: Apache) => string;
}

/** A script of a user ends the child that runs it, inside the interpreter that Debian ships as a module. */
function interpreterCrash(each: Interpreter): ScenarioDefinition {
	const { id, title, expected, needs, module, mpm, script } = each;
	return {
		id,
		title,
		expected,
		needs: ['root', 'apache2', 'gdb', 'prlimit', 'cores', 'unlimitedCores', ...needs],
		bringUp: async (ledger) => {
			await armCores(ledger);
			const apache = await configureApache(ledger, {
				mpm,
				launcher: ['prlimit', '--core=unlimited:unlimited'],
				directives: ({ coreDirectory, documentRoot }) => [
					`LoadModule ${module[0]} /usr/lib/apache2/modules/${module[1]}`,
					`CoreDumpDirectory ${coreDirectory}`,
					...each.directives(documentRoot),
				],
			});
			writeFileSync(join(apache.documentRoot, script.name), script.text);
			await apache.start();
			await apache.get(`/${script.name}`);
			await apache.waitForLog(segfault);
			return scenarioOf(apache, {
				core: await coreIn(each.coreFolder(apache)),
				signs: [{ file: apache.errorLog, matches: segfault }],
				notes: [`http://127.0.0.1:${apache.ports[0]}/${script.name} ends the child that runs it.`],
			});
		},
	};
}

export const interpreterCrashes: readonly ScenarioDefinition[] = [
	interpreterCrash({
		id: 'stack-overflow-php',
		title: 'A PHP script calls itself through a function of the interpreter, without end',
		expected: { verdict: 'diagnosed', diagnoses: ['stack-overflow'], culprit: 'libphp8.2.so' },
		needs: ['modPhp'],
		module: ['php_module', 'libphp8.2.so'],
		mpm: 'prefork',
		directives: () => ['AddHandler application/x-httpd-php .php'],
		script: { name: 'deep.php', text: "<?php\nfunction deeper($x) { return array_map('deeper', [$x]); }\ndeeper(1);\n" },
		// Without a stack httpd cannot change to its directory for cores, and PHP has changed to that of the script.
		coreFolder: ({ documentRoot }) => documentRoot,
	}),
	interpreterCrash({
		id: 'module-crash-wsgi',
		title: 'A Python application reads through a null pointer below mod_wsgi',
		expected: { verdict: 'diagnosed', diagnoses: ['module-crash'], culprit: '_ctypes.cpython-311-x86_64-linux-gnu.so' },
		needs: ['modWsgi'],
		module: ['wsgi_module', 'mod_wsgi.so'],
		mpm: 'event',
		directives: (documentRoot) => [`WSGIScriptAlias /app.py ${documentRoot}/app.py`],
		script: {
			name: 'app.py',
			text: 'import ctypes\n\n\ndef application(environ, start_response):\n    return [ctypes.string_at(0)]\n',
		},
		coreFolder: ({ coreDirectory }) => coreDirectory,
	}),
];
