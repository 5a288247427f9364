import { isComposing } from '../../../src/search/view/composing.ts';
import { button, element } from '../element.ts';
import { plainSentence } from '../faults/plain-sentence.ts';
import { explainError } from '../messages/plain-error.ts';

/**
 * Asks something in a modal `<dialog>`: focus stays inside, Escape goes back. Resolves to the value of the button that
 * was pressed, or to nothing.
 */
export function openDialog<Value>(options: DialogOptions<Value>): Promise<Value | undefined> {
  const { title, content, actions, isWide = false, isNotice = false } = options;
  return new Promise((resolve) => {
    opened += 1;
    const heading = element('h2', { id: `kj-dialog-title-${opened}` }, title);
    const problem = element('p', { class: 'kj-error', role: 'alert' });
    const dialog = element('dialog', {
      class: isWide ? 'kj-dialog kj-wide' : 'kj-dialog',
      'aria-labelledby': heading.id,
    });
    if (isNotice) dialog.dataset['notice'] = '';
    let isBusy = false;
    const finish = (value: Value | undefined) => {
      // Closing gives the focus back to where it was; a dialog that is only removed takes it along.
      dialog.close();
      dialog.remove();
      resolve(value);
    };
    const bar = element('div', { class: 'kj-dialog-actions' });
    const setReady = (isReady: boolean) => {
      for (const main of bar.querySelectorAll<HTMLButtonElement>('.kj-main')) main.disabled = !isReady;
    };
    for (const { label, run, isMain } of actions) {
      const press = button(label, () => {
        if (isBusy) return;
        isBusy = true;
        problem.textContent = '';
        void Promise.resolve(run())
          .then((answer) =>
            typeof answer === 'object' && answer !== null && 'problem' in answer
              ? void (problem.textContent = plainSentence(answer.problem))
              : finish(answer as Value | undefined),
          )
          .catch((error: unknown) => void (problem.textContent = explainError(error)))
          .finally(() => void (isBusy = false));
      });
      press.classList.toggle('kj-main', isMain === true);
      bar.append(press);
    }
    dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      finish(undefined);
    });
    dialog.addEventListener('keydown', (event) => {
      // Safari closes a dialog by the Escape that ends a composition.
      if (event.key === 'Escape' && isComposing(event)) event.preventDefault();
      if (event.key !== 'Enter' || isComposing(event) || !(event.target instanceof HTMLInputElement)) return;
      event.preventDefault();
      bar.querySelector<HTMLButtonElement>('.kj-main')?.click();
    });
    dialog.append(heading, ...(typeof content === 'function' ? content({ finish, setReady }) : content), problem, bar);
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** Number of dialogs opened so far, for the ids of their titles: one may open above another. */
let opened = 0;

export interface DialogOptions<Value> {
  title: string;
  /** What stands between title and buttons; as a function where something in it has a say in how the dialog ends. */
  content: Node[] | ((dialog: DialogControls<Value>) => Node[]);
  actions: DialogAction<Value>[];
  isWide?: boolean;
  /** Says something and asks nothing: it stays open when the address changes. */
  isNotice?: boolean;
}

interface DialogControls<Value> {
  finish(value: Value | undefined): void;
  /** Whether the main button can be pressed. */
  setReady(isReady: boolean): void;
}

interface DialogAction<Value> {
  label: string;
  /** The answer, or what is wrong with it. */
  run: () => Value | undefined | { problem: string } | Promise<Value | undefined | { problem: string }>;
  isMain?: boolean;
}
