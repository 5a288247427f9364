import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { checkScript, type ScriptKind } from './check-script.ts';
import { checkStyles } from './check-styles.ts';

/**
 * Every script and style sheet of a built site, the desk and Decap's bundle among them, held to the supported floor.
 */
export function checkBuilt(folder: string): { checked: number; faults: BuiltFault[] } {
  const files = globSync('**/*.{js,mjs,css}', { cwd: folder }).sort();
  const faults = files.flatMap((file) => checkFile(folder, file).map((what) => ({ file, what })));
  return { checked: files.length, faults };
}

function checkFile(folder: string, file: string): string[] {
  const source = readFileSync(path.join(folder, file), 'utf8');
  const name = file.replaceAll(path.sep, '/');
  const found = name.endsWith('.css') ? checkStyles(source) : checkScript(source, kindOf(name));
  return found.filter((what) => !accepted.some((one) => one.files.test(name) && one.what === what));
}

function kindOf(file: string): ScriptKind {
  // Is for those below the floor.
  if (/(?:^|\/)old-browser\.[^/]*js$/.test(file)) return { isModule: false, edition: 5 };
  return { isModule: !decap.test(file) };
}

const decap = /(?:^|\/)admin\/decap\/[\w.-]+\.js$/;

/** What was looked at and does no harm. */
const accepted = [
  {
    files: decap,
    what: ':has() in a selector',
    why: 'shows the buttons on a picture that has the focus; the pointer shows them too',
  },
  {
    files: decap,
    what: 'Document.caretPositionFromPoint',
    why: 'Slate asks for it where there is no caretRangeFromPoint',
  },
];

export interface BuiltFault {
  /** Within the folder. */
  file: string;
  what: string;
}
