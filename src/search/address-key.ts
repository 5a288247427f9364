/** A path inside the site as the index keeps it: `/Q/ABC/index.html` → `q/abc`. */
export function addressKey(path: string): string {
  return path
    .toLowerCase()
    .replace(/(?:^|\/)index\.html$/, '')
    .split('/')
    .filter((segment) => segment !== '')
    .join('/');
}
