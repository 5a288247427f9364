/**
 * The text with its code in spaces: code shows how something is written and links to nothing. As long as the text, and
 * read once from start to end, for a text may hold nothing but the signs of code.
 */
export function blankCode(text: string): string {
  let fence: string | undefined;
  const lines = text.split('\n').map((line) => {
    if (fence !== undefined) {
      if (isClosing(line.trim(), fence)) fence = undefined;
      return ' '.repeat(line.length);
    }
    fence = openingFence(line);
    return fence === undefined ? blankInlineCode(line) : ' '.repeat(line.length);
  });
  return lines.join('\n');
}

/** Backticks that open a fence stand alone on their line but for the name of a language. */
function openingFence(line: string): string | undefined {
  const fence = /^[ \t]*(`{3,}|~{3,})/.exec(line)?.[1];
  return fence?.startsWith('`') === true && line.lastIndexOf('`') > line.indexOf(fence) + fence.length - 1
    ? undefined
    : fence;
}

function isClosing(line: string, fence: string): boolean {
  return line.startsWith(fence) && /^[`~]*$/.test(line.slice(fence.length));
}

/** Code reaches from a run of backticks to the next run of the same length; a run without such a partner is text. */
function blankInlineCode(line: string): string {
  if (!line.includes('`')) return line;
  const runs = [...line.matchAll(/`+/g)].map((run) => ({
    start: run.index,
    end: run.index + run[0].length,
    length: run[0].length,
  }));
  const lastOfLength = new Map(runs.map(({ length }, index) => [length, index]));
  let blanked = '';
  let at = 0;
  for (let index = 0; index < runs.length; index += 1) {
    const run = runs[index];
    if (!run || (lastOfLength.get(run.length) ?? 0) <= index) continue;
    // Ends: a later run of this length is known to be there, and what is passed on the way is never looked at again.
    do index += 1;
    while (runs[index]?.length !== run.length);
    const end = runs[index]?.end ?? line.length;
    blanked += line.slice(at, run.start) + ' '.repeat(end - run.start);
    at = end;
  }
  return blanked + line.slice(at);
}
