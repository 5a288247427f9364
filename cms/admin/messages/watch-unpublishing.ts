import type { DeskStore } from '../form/desk-store.ts';
import { showMessage } from './message-bar.ts';

/**
 * Says that an entry is being taken off the site. Decap takes that for a save and would say so on its buttons, and says
 * on the button of published entries that they are being taken off whenever one is saved.
 */
export function watchUnpublishing(store: DeskStore): void {
  let isRunning = false;
  store.refuse(({ type }) => isRunning && type === 'UNPUBLISHED_ENTRY_PERSIST_REQUEST');
  store.listenToSteps((step, outcome) => {
    if (step !== 'unpublish') return;
    isRunning = true;
    const message = showMessage({ text: '公開をやめています…' });
    const end = () => {
      isRunning = false;
      message.close();
    };
    outcome.then(end, end);
  });
}
