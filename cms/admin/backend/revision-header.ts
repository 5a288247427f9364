/**
 * A file's text travels through Decap with the revision that it began from in front, so that an open form, a copy on
 * the device and a save all know it. The sign in front cannot stand in any file.
 */
export function writeRevisionHeader(text: string, revision: string | null): string {
  return revision === null ? text : `${mark}${revision}\n${text}`;
}

export function readRevisionHeader(stamped: string): { text: string; revision: string | null } {
  if (!stamped.startsWith(mark)) return { text: stamped, revision: null };
  const end = stamped.indexOf('\n');
  return { text: stamped.slice(end + 1), revision: stamped.slice(mark.length, end) };
}

const mark = '\u0000kenjinkai-revision ';
