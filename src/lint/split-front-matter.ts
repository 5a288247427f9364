/**
 * Front matter between two lines of `---`, and the text behind it. The file may begin with a byte order mark and end
 * its lines as Windows does. Undefined when the two lines are not there. Check, build, server and desk all split with
 * it; Astro alone, which compiles `content/pages`, has its own.
 */
export function splitFrontMatter(source: string): FrontMatter | undefined {
  const opening = /^\uFEFF?---[ \t]*\r?\n/.exec(source);
  if (!opening) return undefined;
  const start = opening[0].length;
  const closing = /^---[ \t]*(?:\r?\n|$)/m.exec(source.slice(start));
  if (!closing) return undefined;
  return {
    yaml: source.slice(start, start + closing.index),
    yamlOffset: start,
    body: source.slice(start + closing.index + closing[0].length),
    bodyOffset: start + closing.index + closing[0].length,
  };
}

export interface FrontMatter {
  yaml: string;
  /** UTF-16 offsets in the whole file. */
  yamlOffset: number;
  body: string;
  bodyOffset: number;
}
