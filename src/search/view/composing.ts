/**
 * Whether a key belongs to an input method. Safari ends a composition before the key that ends it, and tells by the
 * code.
 */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}
