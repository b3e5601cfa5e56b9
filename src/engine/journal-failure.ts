/** What happens cannot be kept any more, so nothing more may happen: a full disk, for one. */
export class JournalFailure extends Error {
	override name = 'JournalFailure';
}
