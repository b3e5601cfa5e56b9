#!/usr/bin/env node
// Old syntax on purpose: an old Node must be able to read this file and say what to do.
var major = Number(process.versions.node.split('.')[0]);
if (major < 22) {
	// npm start and npm exec inside the project use the Node that the project brings along.
	var path = require('path');
	var fs = require('fs');
	var own = path.join(__dirname, '..', 'node_modules', 'node', 'bin', 'node');
	if (fs.existsSync(own) && !process.env.HTTPD_MEDIC_OWN_NODE) {
		var child = require('child_process').spawnSync(own, [__filename].concat(process.argv.slice(2)), {
			stdio: 'inherit',
			env: Object.assign({}, process.env, { HTTPD_MEDIC_OWN_NODE: '1' }),
		});
		process.exit(child.status === null ? 1 : child.status);
	}
	console.error('httpd-medic needs Node.js 22 or newer; this is ' + process.version + '.');
	console.error('In a checkout: run "npm ci" once, then "npm start". Elsewhere: install a newer Node.js.');
	process.exit(2);
}
import(require('url').pathToFileURL(require('path').join(__dirname, '..', 'dist', 'httpd-medic.js')).href);
