import { type Catalogue, english } from '../catalogue/index.ts';

/** The language that the program speaks. There is one so far; where there are two, it is chosen here. */
export const language: Catalogue = english;
