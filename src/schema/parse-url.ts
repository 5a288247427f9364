/** `URL.canParse`, which Safari has since 17 and Chrome since 120. */
export function canParse(address: string, base?: string): boolean {
  return parseUrl(address, base) !== undefined;
}

/** `URL.parse`, which Chrome and Firefox have since 126 and Safari since 18. */
export function parseUrl(address: string, base?: string): URL | undefined {
  try {
    return new URL(address, base);
  } catch {
    return undefined;
  }
}
