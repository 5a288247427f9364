import { entryMessages } from '../messages/entry-messages.ts';
import { HttpError } from '../messages/http-error.ts';
import { checkoutMessages } from '../messages/repository-messages.ts';
import { requestMessages } from '../messages/request-messages.ts';
import { CheckoutBusy } from '../repository/checkout/checkout-busy.ts';
import { UnreadableObject } from '../repository/objects/object-reader.ts';
import { NotAFolder } from '../repository/objects/tree-writer.ts';
import { QueueFull } from '../repository/queue.ts';
import { ReferencesLocked } from '../repository/transaction.ts';
import { explainDisk } from '../repository/usable.ts';

/** What an editor is told of anything that was thrown. What nobody expected goes into the log of the program. */
export function toHttpError(error: unknown): HttpError {
  if (error instanceof HttpError) return error;
  if (error instanceof UnreadableObject) {
    console.error(error.message);
    return new HttpError(500, 'failed', requestMessages.unreadableObject);
  }
  if (error instanceof QueueFull) return new HttpError(503, 'busy', requestMessages.busy, {}, 2);
  if (error instanceof ReferencesLocked) return new HttpError(503, 'busy', requestMessages.locked, {}, 2);
  if (error instanceof CheckoutBusy)
    return new HttpError(503, 'busy', checkoutMessages[error.reason](error.folder, error.detail), {}, 5);
  if (error instanceof NotAFolder) return new HttpError(422, 'path', entryMessages.path);
  console.error(error);
  const disk = explainDisk(error);
  if (disk !== undefined)
    return new HttpError(503, 'busy', disk === 'full' ? checkoutMessages.diskFull : checkoutMessages.readOnly, {}, 30);
  return new HttpError(500, 'failed', requestMessages.failed);
}
