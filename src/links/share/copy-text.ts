/**
 * Puts text on the clipboard; false where the browser does not let us. On plain http, as inside closed networks, there
 * is no `navigator.clipboard`, but the older command still works.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByCommand(text);
  }
}

/** The older command; false where it is refused. */
export function copyByCommand(text: string): boolean {
  const field = document.createElement('textarea');
  const active = document.activeElement;
  field.value = text;
  field.className = 'visually-hidden';
  document.body.append(field);
  field.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    field.remove();
    if (active instanceof HTMLElement) active.focus();
  }
}
