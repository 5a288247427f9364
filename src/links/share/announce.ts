import { shareWords as words } from '../../strings/share.ts';
import { copyText } from './copy-text.ts';

let region: HTMLElement | undefined;
let timer: number | undefined;

/**
 * Copies and says politely that it is done; where copying is refused, shows the text beside `near`, ready to be taken.
 */
export async function copyAndSay(text: string, said: string, near: Element): Promise<void> {
  near.parentElement?.querySelector('.copy-by-hand')?.remove();
  if (await copyText(text)) return announce(said);
  announce(words.copyFailed);
  near.after(fieldToCopyFrom(text));
}

/**
 * Must run once before the first message: screen readers only hear a region that was there before its words. Programs
 * of one page share it.
 */
export function prepareAnnouncements(): void {
  region ??= document.querySelector<HTMLElement>('.toast') ?? undefined;
  if (region) return;
  region = document.createElement('p');
  region.className = 'toast';
  region.setAttribute('role', 'status');
  document.body.append(region);
}

function announce(text: string): void {
  prepareAnnouncements();
  if (!region) return;
  window.clearTimeout(timer);
  region.textContent = '';
  requestAnimationFrame(() => {
    if (region) region.textContent = text;
  });
  timer = window.setTimeout(() => region?.replaceChildren(), 6000);
}

function fieldToCopyFrom(text: string): HTMLTextAreaElement {
  const field = document.createElement('textarea');
  field.className = 'copy-by-hand';
  field.readOnly = true;
  field.rows = 5;
  field.value = text;
  field.setAttribute('aria-label', words.textToCopy);
  requestAnimationFrame(() => field.select());
  return field;
}
