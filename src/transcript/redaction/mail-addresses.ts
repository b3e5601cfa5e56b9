import { hideMatches, type Rule } from './rule.ts';

/** Units of systemd and versions of symbols have the look of an address: `user@1000.service`, `memcpy@GLIBC_2.14`. */
const unit = /\.(?:service|socket|scope|slice|mount|automount|timer|target|path|device|swap|so|conf|html?|php|js)$/i;

export const mailAddress: Rule = hideMatches(
	{ id: 'e-mail', title: 'e-mail addresses', about: 'identity', glimpse: { literals: ['%40'], sign: '@' } },
	'mail',
	/(?<![\w.+%@-])[\w.+%-]{1,64}(?:@|%40)(?:[\w-]{1,63}\.){1,8}[A-Za-z]{2,24}(?![\w@-])/g,
	(value) => !unit.test(value),
);
