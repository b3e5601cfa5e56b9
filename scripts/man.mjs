// Writes the manual page from the command line itself: node scripts/man.mjs
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandTree } from '../src/cli/command-tree.ts';
import { language } from '../src/cli/language.ts';
import { manPage } from '../src/cli/man-page.ts';
import { createProgram } from '../src/cli/program.ts';
import { version } from '../src/cli/version.ts';

const page = manPage(commandTree(createProgram(language)), version, language.cli.manual);
writeFileSync(join(import.meta.dirname, '../man/httpd-medic.1'), page);
