/** A name that says where a picture belongs and never meets another: lower-case ASCII, as the media folder wants it. */
export function nameImage(entry: string, original: string): string {
  const words = original
    .replace(/\.[^.]*$/, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 24)
    .replace(/-$/, '');
  const random = Array.from(crypto.getRandomValues(new Uint8Array(3)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
  return [
    entry.toLowerCase().replace(/[^a-z0-9]+/g, ''),
    /^(?:img|image|dsc|photo)?-?\d*$/.test(words) ? '' : words,
    random,
  ]
    .filter((part) => part !== '')
    .join('-');
}
