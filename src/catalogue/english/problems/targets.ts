interface Place {
	/** As in `entries[3].capture.text`. */
	readonly place: string;
}

const none = (): string => '';

/** Why a target could not be opened. */
export const targets = {
	targetUnknown: {
		message: ({ uri, known }: { readonly uri: string; readonly known: readonly string[] }) =>
			`target ${uri} is not known; known are ${known.join(', ')}`,
		advice: none,
	},
	bundleUnnamed: { message: () => 'the path is missing; write it after the colon', advice: none },
	/** The reason follows. */
	bundleUnusable: {
		message: ({ path }: { readonly path: string }) => `${path} cannot be used`,
		advice: none,
	},
	noBundle: { message: () => 'it is neither a folder nor a .tar.gz, .tgz or .json file', advice: none },
	noTar: { message: () => 'it is not a tar archive, or it is damaged', advice: none },
	tarCutOff: { message: () => 'it ends in the middle of a file', advice: none },
	tarNumber: { message: () => 'it holds a header with a number that cannot be read', advice: none },
	recordingNoObject: { message: () => 'the recording is not an object', advice: none },
	schemaUnknown: { message: ({ schema }: { readonly schema: string }) => `schema ${schema} is not known; 1 is`, advice: none },
	kindUnknown: {
		message: ({ place, kind }: Place & { readonly kind: string }) => `${place} ${kind} is not known`,
		advice: none,
	},
	noObject: { message: ({ place }: Place) => `${place} is not an object`, advice: none },
	noList: { message: ({ place }: Place) => `${place} is not a list`, advice: none },
	noText: { message: ({ place }: Place) => `${place} is not a text`, advice: none },
	noNumber: { message: ({ place }: Place) => `${place} is not a number`, advice: none },
	noTruth: { message: ({ place }: Place) => `${place} is neither true nor false`, advice: none },
	/** In the words of the system or of a library. */
	said: { message: ({ reason }: { readonly reason: string }) => reason, advice: none },
};
