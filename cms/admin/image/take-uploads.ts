import { explainError } from '../messages/plain-error.ts';
import { imageWords as words } from './words.ts';

/**
 * Pictures on their way into Decap's own library: chosen, dropped or pasted there, they are prepared before Decap sees
 * them, whichever backend it has. So it never asks whether another picture of that name is to be replaced. What is
 * dropped where nothing takes it would otherwise open in place of the desk.
 */
export function takeUploads(view: Window, { prepare, say }: UploadParts): void {
  const given = new WeakSet<Event>();

  const take = async (input: HTMLInputElement, files: readonly File[]): Promise<void> => {
    const faults: string[] = [];
    for (const file of files) {
      try {
        const prepared = await prepare(file);
        if (!input.isConnected) return say([words.closed]);
        const list = new DataTransfer();
        list.items.add(prepared);
        input.files = list.files;
        const change = new Event('change', { bubbles: true });
        given.add(change);
        input.dispatchEvent(change);
      } catch (error) {
        faults.push(explainError(error));
      }
    }
    if (faults.length > 0) say(faults);
  };

  view.addEventListener(
    'change',
    (event) => {
      const input = event.target;
      if (given.has(event) || !isDecapInput(input)) return;
      event.stopImmediatePropagation();
      const files = [...(input.files ?? [])];
      // The same file can be chosen again after it was refused.
      input.value = '';
      void take(input, files);
    },
    { capture: true },
  );
  view.addEventListener('dragover', (event) => {
    if (isOfFiles(event) && !isFileInput(event.target)) event.preventDefault();
  });
  view.addEventListener('drop', (event) => {
    if (event.defaultPrevented || !isOfFiles(event) || isFileInput(event.target)) return;
    event.preventDefault();
    const files = [...(event.dataTransfer?.files ?? [])];
    const ours = view.document.querySelector<HTMLInputElement>('dialog[open] input[type=file]');
    const input = findDecapInput(view.document);
    if (ours && event.dataTransfer) {
      ours.files = event.dataTransfer.files;
      ours.dispatchEvent(new Event('change', { bubbles: true }));
    } else if (!input) say([words.noPlace]);
    else if (files.length > 0) void take(input, files);
  });
  view.addEventListener('paste', (event) => {
    const { clipboardData } = event;
    const input = findDecapInput(view.document);
    if (event.defaultPrevented || !clipboardData || !input || clipboardData.getData('text/plain') !== '') return;
    const files = [...clipboardData.files];
    if (files.length === 0) return;
    event.preventDefault();
    void take(input, files);
  });
}

/** The desk's own dialogs prepare what they are given themselves. */
function isDecapInput(target: EventTarget | null): target is HTMLInputElement {
  return isFileInput(target) && target.closest('dialog') === null;
}

function isFileInput(target: EventTarget | null): target is HTMLInputElement {
  return target instanceof HTMLInputElement && target.type === 'file';
}

/** Where the library takes a picture, while it is open and none of the desk's own dialogs stands before it. */
function findDecapInput(document: Document): HTMLInputElement | undefined {
  if (document.querySelector('dialog[open]')) return undefined;
  return [...document.querySelectorAll<HTMLInputElement>('input[type=file]')].find(isDecapInput);
}

function isOfFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') === true;
}

export interface UploadParts {
  /** The picture of a file drawn anew, under a name that no other has. Throws a Japanese sentence. */
  prepare: (file: File) => Promise<File>;
  /** Says what was not taken, and why. */
  say: (sentences: readonly string[]) => void;
}
