/**
 * Answers of routes that write files for programs. The types matter to `astro dev`; a static host goes by the file's
 * name.
 */

export function jsonFile(content: unknown, type = 'application/json'): Response {
  return textFile(`${JSON.stringify(content, null, 1)}\n`, type);
}

export function textFile(text: string, type: string): Response {
  return new Response(text, { headers: { 'Content-Type': `${type}; charset=utf-8` } });
}
