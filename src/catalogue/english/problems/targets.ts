/** Why a target could not be opened. */
export const targets = {
	targetUnknown: {
		message: ({ uri, known }: { readonly uri: string; readonly known: readonly string[] }) =>
			`target ${uri} is not known; known are ${known.join(', ')}`,
		advice: () => '',
	},
	bundleUnnamed: { message: () => 'the path is missing; write it after the colon', advice: () => '' },
	/** The reason follows. */
	bundleUnusable: {
		message: ({ path }: { readonly path: string }) => `${path} cannot be used`,
		advice: () => '',
	},
	noBundle: { message: () => 'it is neither a folder nor a .tar.gz, .tgz or .json file', advice: () => '' },
	noTar: { message: () => 'it is not a tar archive, or it is damaged', advice: () => '' },
	tarCutOff: { message: () => 'it ends in the middle of a file', advice: () => '' },
	tarNumber: { message: () => 'it holds a header with a number that cannot be read', advice: () => '' },
	/** In the words of the system or of a library. */
	said: { message: ({ reason }: { readonly reason: string }) => reason, advice: () => '' },
};
