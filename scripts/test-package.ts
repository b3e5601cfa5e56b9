// Runs the end-to-end tests against the single file of this machine: npm run test:package [-- vitest's words]
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ownPlatform } from './package/runtimes.ts';

const project = join(import.meta.dirname, '..');
const env = { ...process.env, HTTPD_MEDIC_PROGRAM: join(project, 'out', `httpd-medic-${ownPlatform().name}`) };
const given = process.argv.slice(2);
const tests = given.length > 0 ? given : ['test/package', 'test/cli', 'test/headless', 'test/terminal', 'test/lab'];
const { status } = spawnSync('vitest', ['run', ...tests], { cwd: project, env, stdio: 'inherit' });
process.exitCode = status ?? 1;
