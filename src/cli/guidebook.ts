import { collectors, firstLook } from '../collectors/index.ts';
import { createGuidebook } from '../engine/index.ts';
import { parsers } from '../parsers/index.ts';
import type { Guidebook } from '../session/index.ts';
import type { Content } from './content.ts';
import { evidenceLanguage } from './evidence-language.ts';
import { language } from './language.ts';

/**
 * The content of this program with all recipes and parsers that there are, in the language that it speaks.
 * @param walk set where nobody walks.
 */
export function guidebookOf({ flows, articles }: Content, walk: Guidebook['walk'] = null): Guidebook {
	return createGuidebook({
		...{ catalogue: language, words: evidenceLanguage },
		...{ flows, articles, collectors, parsers, firstLook, walk },
	});
}
