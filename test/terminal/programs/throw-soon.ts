// Loaded before the program: an error that nobody awaits, before the wizard has put up its guard.
setTimeout(() => {
	throw new Error('thrown soon');
}, 1);
