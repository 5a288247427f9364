/**
 * Sixteen hexadecimal digits that differ for texts that differ: two runs of FNV-1a (32 bits) from different beginnings.
 * They tell versions of one file apart and protect nothing. Line ends and a mark of the byte order do not count, since
 * Git and editors change them.
 */
export function fingerprint(text: string): string {
  const plain = withPlainLineEnds(text).trimEnd();
  let [first, second] = [0x811c9dc5, 0x9747b28c];
  for (let index = 0; index < plain.length; index += 1) {
    const unit = plain.charCodeAt(index);
    first = Math.imul(first ^ unit, prime);
    second = Math.imul(second ^ unit, prime);
  }
  return [first, second].map((hash) => (hash >>> 0).toString(16).padStart(8, '0')).join('');
}

/** The text with the line ends of Git, and without the mark with which some editors of Windows begin a file. */
export function withPlainLineEnds(text: string): string {
  return text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
}

/** Of FNV-1a with 32 bits. */
const prime = 0x01000193;
