const accounts = new Set(
	[
		'root daemon bin sys sync games man lp mail news uucp proxy www-data backup list irc gnats nobody nogroup adm wheel staff',
		'apache apache2 httpd http wwwrun www _www www2 webservd ihs tomcat tomcat9 tomcat10 jetty nginx haproxy varnish squid',
		'mysql mariadb postgres redis memcached mongodb ldap openldap named bind ntp chrony sshd dbus messagebus polkitd rpc',
		'systemd-network systemd-resolve systemd-timesync systemd-coredump systemd-oom systemd-bus-proxy _apt avahi ftp sssd',
		'postfix dovecot exim debian-exim tss syslog tcpdump landscape uuidd pollinate ubuntu debian centos ec2-user vagrant admin',
		'administrator user username login test guest anonymous operator shutdown halt nfsnobody abrt git svn jenkins docker',
	]
		.join(' ')
		.split(' '),
);

/** Accounts that come with systems and packages: their names tell nothing about anybody. */
export function isSystemAccount(name: string): boolean {
	return accounts.has(name.toLowerCase()) || /^(?:uid ?)?\d+$/.test(name);
}
