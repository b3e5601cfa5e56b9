import { describe, expect, it } from 'vitest';
import { controlCommand, controlText } from '../../src/collectors/control.ts';
import { type Hints, type JsonValue, noHints } from '../../src/domain/index.ts';

type Facts = Readonly<Record<string, JsonValue>>;

const byHand: Facts = {
	'httpd.binary': '/opt/apache/bin/httpd',
	'httpd.configFile': '/srv/my shop/httpd.conf',
	'unit.mainPid': 700,
	'httpd.parentPid': 900,
};
const stock: Facts = { 'httpd.binary': '/usr/sbin/apache2', 'unit.mainPid': 700, 'httpd.parentPid': 700 };

const run = (command: string, facts: Facts, hints: Partial<Hints> = {}) => {
	const [program = '', ...words] = command.split(' ');
	return controlCommand([program, ...words], (name) => facts[name], { ...noHints, ...hints });
};
const own = ['/opt/apache/bin/httpd', '-f', '/srv/my shop/httpd.conf'];

describe('a server with a program or a configuration of its own', () => {
	it.each([
		['systemctl restart apache2.service', 'restart'],
		['systemctl restart httpd', 'restart'],
		['systemctl reload apache2', 'graceful'],
		['systemctl reload-or-restart httpd.service', 'graceful'],
		['systemctl start apache2', 'start'],
		['systemctl stop httpd.service', 'stop'],
		['apachectl graceful', 'graceful'],
	])('is what %s acts on', (command, verb) => {
		expect(run(command, byHand)).toEqual([...own, '-k', verb]);
	});

	it('is tested with its own configuration', () => {
		expect(run('apachectl configtest', byHand)).toEqual([...own, '-t']);
	});

	it.each(['a2enconf x', 'a2disconf x', 'a2enmod rewrite', 'a2dissite shop'])('is nothing that %s reaches', (command) => {
		expect(run(command, byHand)).toMatchObject({ byHand: { config: '/srv/my shop/httpd.conf' } });
		expect(run(command, {}, { httpd: '/usr/sbin/apache2', config: '/srv/c' })).toMatchObject({
			byHand: { config: '/srv/c' },
		});
	});

	it('is also meant where a person is told what to run', () => {
		const told = controlText(
			'Run apachectl configtest, then systemctl restart apache2. Not apachectl-x.',
			(name) => byHand[name],
			noHints,
		);
		expect(told).toBe(
			"Run /opt/apache/bin/httpd -f '/srv/my shop/httpd.conf' -t, then /opt/apache/bin/httpd -f '/srv/my shop/httpd.conf' -k restart. Not apachectl-x.",
		);
	});
});

describe('the server of the distribution', () => {
	it.each(['systemctl restart apache2.service', 'apachectl restart', 'a2enconf x'])(
		'is reached by %s as it stands',
		(command) => {
			expect(run(command, stock)).toEqual(command.split(' '));
			expect(run(command, {})).toEqual(command.split(' '));
			expect(run(command, stock, { config: '/etc/apache2/apache2.conf' })).toEqual(command.split(' '));
			expect(
				run(command, { ...stock, 'httpd.binary': '/usr/sbin/httpd', 'httpd.configFile': '/etc/httpd/conf/httpd.conf' }),
			).toEqual(command.split(' '));
		},
	);

	it('is steered by its control script where it was not started by systemd', () => {
		expect(run('systemctl restart apache2.service', { ...stock, 'unit.mainPid': 0 })).toEqual(['apachectl', 'restart']);
		expect(run('systemctl reload httpd', { ...stock, 'unit.mainPid': 44 })).toEqual(['apachectl', 'graceful']);
	});

	it('is no reason to touch another unit', () => {
		expect(run('systemctl restart systemd-logind', byHand)).toEqual(['systemctl', 'restart', 'systemd-logind']);
		expect(run('systemctl daemon-reload', byHand)).toEqual(['systemctl', 'daemon-reload']);
	});
});
