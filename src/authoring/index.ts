export { type Complaint, type PlaceOf, placed } from './complaint.ts';
export { loadAll, type SourceText } from './load.ts';
export { factName, id, readShape, word } from './shape.ts';
export { readYaml, type YamlPath, type YamlSource } from './yaml.ts';
