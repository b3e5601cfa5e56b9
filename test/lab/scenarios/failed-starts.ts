import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { startHelper } from '../helper.ts';
import { accepts, freePorts } from '../http.ts';
import { mountOn } from '../mounts.ts';
import type { ScenarioDefinition } from '../scenario.ts';
import { until } from '../wait.ts';
import { failedStart } from './failed-start.ts';

/** Writes `PATH.pem` and the key that belongs to it, `PATH.key`. */
function makeCertificate(path: string): void {
	const subject = ['-subj', '/CN=localhost', '-days', '2'];
	const files = ['-keyout', `${path}.key`, '-out', `${path}.pem`];
	execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...subject, ...files], { stdio: 'ignore' });
}

export const failedStarts: readonly ScenarioDefinition[] = [
	failedStart({
		id: 'port-in-use',
		title: 'Another program listens on the port',
		expected: { verdict: 'diagnosed', diagnoses: ['port-in-use'] },
		spec: async (ledger) => {
			const ports = await freePorts(1);
			await startHelper(ledger, 'occupy-port', ...ports);
			await until('the port is taken', () => accepts(ports[0] ?? 0));
			return { mpm: 'event', ports };
		},
		text: /\(98\)Address already in use: AH00072: make_sock: could not bind to address 127\.0\.0\.1:\d+/,
	}),
	failedStart({
		id: 'config-syntax-error',
		title: 'A directive is misspelt',
		expected: { verdict: 'diagnosed', diagnoses: ['config-syntax-error'] },
		spec: () => ({ mpm: 'event', directives: () => ['KeepAliveTimeuot 5'] }),
		text: /AH00526: Syntax error on line \d+ of [\s\S]*Invalid command 'KeepAliveTimeuot'/,
	}),
	failedStart({
		id: 'bind-denied',
		title: 'httpd may not use a port below 1024',
		expected: { verdict: 'diagnosed', diagnoses: ['bind-denied'], not: ['port-in-use'] },
		needs: ['setpriv'],
		// As in a unit or a container whose set of capabilities is bounded.
		spec: () => ({
			mpm: 'event',
			ports: [997],
			launcher: ['setpriv', '--bounding-set', '-net_bind_service', '--inh-caps', '-net_bind_service'],
		}),
		text: /\(13\)Permission denied: AH00072: make_sock: could not bind to address 127\.0\.0\.1:997/,
	}),
	failedStart({
		id: 'scoreboard-not-created',
		title: 'The scoreboard is larger than the memory that httpd may have',
		expected: { verdict: 'diagnosed', diagnoses: ['scoreboard-not-created'], also: ['memory-limit-reached'] },
		needs: ['prlimit'],
		spec: () => ({
			mpm: 'event',
			launcher: ['prlimit', `--as=${1 << 30}`],
			pool: ['ServerLimit 4000', 'ThreadLimit 4000', 'ThreadsPerChild 4', 'MaxRequestWorkers 16'],
		}),
		text: /\(12\)Cannot allocate memory: AH00004: /,
		endsLater: true,
	}),
	failedStart({
		id: 'tls-start-failed',
		title: 'The key does not belong to the certificate',
		expected: { verdict: 'diagnosed', diagnoses: ['tls-start-failed'] },
		needs: ['openssl', 'modSsl'],
		spec: () => ({
			mpm: 'event',
			modules: ['ssl'],
			directives: ({ root }) => ['SSLEngine on', `SSLCertificateFile ${root}/one.pem`, `SSLCertificateKeyFile ${root}/other.key`],
		}),
		before: (_, { root }) => {
			for (const name of ['one', 'other']) makeCertificate(join(root, name));
		},
		text: /AH02565: Certificate and private key .* do not match/,
		endsLater: true,
	}),
	failedStart({
		id: 'log-open-failed',
		title: 'The folder of the error log does not exist',
		expected: { verdict: 'diagnosed', diagnoses: ['log-open-failed'] },
		spec: (ledger) => ({ mpm: 'event', errorLog: join(ledger.scratch, 'server/logs/error.log') }),
		text: /\(2\)No such file or directory: AH0(?:0091|2291): /,
	}),
	failedStart({
		id: 'piped-log-failed',
		title: 'The program that should receive the log does not exist',
		expected: { verdict: 'diagnosed', diagnoses: ['piped-log-failed'] },
		spec: () => ({ mpm: 'event', errorLog: '"|/usr/local/bin/rotatelogs-ng /var/log/error.%Y"' }),
		text: /piped|ErrorLog process|AH000(?:89|92)|AH0010[4-7]/i,
	}),
	failedStart({
		id: 'mutex-directory-missing',
		title: 'The folder of the lock files does not exist',
		expected: { verdict: 'diagnosed', diagnoses: ['mutex-file-unusable'], not: ['config-syntax-error'] },
		spec: () => ({ mpm: 'prefork', listens: 2, directives: ({ root }) => [`Mutex file:${root}/locks default`] }),
		text: /Invalid Mutex directory in argument file:/,
	}),
	failedStart({
		id: 'mutex-directory-read-only',
		title: 'The folder of the lock files may not be written, not even by root',
		expected: { verdict: 'diagnosed', diagnoses: ['mutex-file-unusable'], not: ['disk-full'] },
		needs: ['mount'],
		spec: () => ({ mpm: 'prefork', listens: 2, directives: ({ root }) => [`Mutex flock:${root}/run default`] }),
		before: (ledger, { root }) => mountOn(ledger, join(root, 'run'), 'ro'),
		text: /\(30\)Read-only file system: AH0002[1-4]/,
	}),
	failedStart({
		id: 'disk-full',
		title: 'The disk with the lock files is full',
		expected: { verdict: 'diagnosed', diagnoses: ['disk-full'], also: ['mutex-file-unusable'], not: ['semaphore-limit-reached'] },
		needs: ['mount'],
		spec: () => ({ mpm: 'prefork', listens: 2, directives: ({ root }) => [`Mutex flock:${root}/run default`] }),
		before: (ledger, { root }) => mountOn(ledger, join(root, 'run'), 'nr_inodes=1'),
		text: /\(28\)No space left on device: AH0002[1-4]/,
	}),
];
