export { english } from './english/index.ts';
export type { Catalogue, PlainMessages, TuiMessages } from './catalogue.ts';
