import type { Rule } from './rule.ts';

/** Units of systemd and versions of symbols have the look of an address: `user@1000.service`, `memcpy@GLIBC_2.14`. */
const unit = /\.(?:service|socket|scope|slice|mount|automount|timer|target|path|device|swap|so|conf|html?|php|js)$/i;
const sign = /@|%40/g;
const person = /(?<![\w.+%@-])[\w.+%-]{1,64}$/;
const domain = /(?:[\w-]{1,63}\.){1,8}[A-Za-z]{2,24}(?![\w@-])/y;

/** Found by the sign: looking for what stands before it at every word of a line takes long. */
export const mailAddress: Rule = {
	id: 'e-mail',
	about: 'identity',
	glimpse: { literals: ['%40'], sign: '@' },
	hide: (line, veil) => {
		let hidden = '';
		let done = 0;
		for (const { index, 0: at } of line.matchAll(sign)) {
			domain.lastIndex = index + at.length;
			const host = domain.exec(line)?.[0];
			const name = host === undefined ? undefined : person.exec(line.slice(Math.max(done, index - 66), index))?.[0];
			if (host === undefined || name === undefined || unit.test(host)) continue;
			hidden += line.slice(done, index - name.length) + veil.mask('mail', `${name}${at}${host}`);
			done = index + at.length + host.length;
		}
		return done === 0 ? line : hidden + line.slice(done);
	},
};
