#!/usr/bin/env node
// Old syntax on purpose: an old Node must be able to read this file and say what to do.
var path = require('node:path');
var own = path.join(__dirname, '..', 'node_modules', 'node', 'bin', 'node');

function isNewEnough() {
	return Number(process.versions.node.split('.')[0]) >= 22;
}

/** Inside the project, the Node that it brings along runs the program; signals reach it, and its exit code is ours. */
function runWithOwnNode() {
	var env = Object.assign({}, process.env, { HTTPD_MEDIC_OWN_NODE: '1' });
	var child = require('node:child_process').spawn(own, [__filename].concat(process.argv.slice(2)), {
		stdio: 'inherit',
		env: env,
	});
	['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'].forEach((signal) => {
		process.on(signal, () => {
			// A terminal sends SIGINT and SIGQUIT to both; the others reach only this process.
			if (signal === 'SIGTERM' || signal === 'SIGHUP') child.kill(signal);
		});
	});
	child.on('exit', (code) => process.exit(code === null ? 1 : code));
}

if (isNewEnough()) {
	import(require('node:url').pathToFileURL(path.join(__dirname, '..', 'dist', 'httpd-medic.js')).href);
} else if (require('node:fs').existsSync(own) && !process.env.HTTPD_MEDIC_OWN_NODE) {
	runWithOwnNode();
} else {
	console.error(`httpd-medic needs Node.js 22 or newer; this is ${process.version}.`);
	console.error(
		'In a checkout: run "npm ci" once, then "npm start". Elsewhere: install a newer Node.js, or take the single file, which needs none.',
	);
	process.exit(2);
}
