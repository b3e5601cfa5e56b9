import { headPieces, type LineHead } from './line-pieces.ts';

export type { LineHead };

const opening: LineHead = {
	at: null,
	clock: null,
	level: null,
	module: null,
	pid: null,
	tid: null,
	errno: null,
	errorText: null,
	program: null,
	headed: false,
	end: 0,
};

/** A field that an ErrorLogFormat added, such as `[shop.example]`, a log id or `[vhost shop]`. Only after other parts of a head. */
const addedField = /\[(?:[a-z]{1,20} )?[^[\]\s]{1,80}\]\s*/y;

/**
 * Reads what stands before the message of one line. httpd 2.4 writes `[time] [module:level] [pid N:tid M] (errno)text:
 * [client …]`, 2.2 only the level and the client before the errno; syslog, the journal, containers and mail put marks of
 * their own in front, and an ErrorLogFormat may drop or unbalance any part. So every part is optional, in any order.
 */
export function readHead(text: string): LineHead {
	const head = { ...opening };
	for (let more = true; more;) {
		more = false;
		for (const piece of headPieces(text.charCodeAt(head.end), head.headed)) {
			piece.pattern.lastIndex = head.end;
			const found = piece.pattern.exec(text);
			if (!found || found[0] === '') continue;
			Object.assign(head, piece.take(found), { end: piece.pattern.lastIndex });
			more = true;
			break;
		}
		addedField.lastIndex = head.end;
		if (!more && head.headed && addedField.test(text)) {
			head.end = addedField.lastIndex;
			more = true;
		}
	}
	return head;
}
