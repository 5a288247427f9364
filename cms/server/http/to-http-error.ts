import { HttpError } from '../messages/http-error.ts';
import { ReferencesLocked } from '../repository/repository.ts';
import { CheckoutBusy } from '../repository/checkout/checkout-busy.ts';
import { UnreadableObject } from '../repository/objects/object-reader.ts';
import { QueueFull } from '../repository/queue.ts';
import { NotAFolder } from '../repository/objects/tree-writer.ts';
import { explainDisk } from '../repository/usable.ts';
import { busyWords, refusalWords as words } from '../messages/words.ts';

/** What an editor is told of anything that was thrown. What nobody expected goes into the log of the program. */
export function toHttpError(error: unknown): HttpError {
  if (error instanceof HttpError) return error;
  if (error instanceof UnreadableObject) {
    console.error(error.message);
    return new HttpError(500, 'failed', words.unreadableObject);
  }
  if (error instanceof QueueFull) return new HttpError(503, 'busy', words.busy, {}, 2);
  if (error instanceof ReferencesLocked) return new HttpError(503, 'busy', words.locked, {}, 2);
  if (error instanceof CheckoutBusy)
    return new HttpError(503, 'busy', busyWords[error.reason](error.folder, error.detail), {}, 5);
  if (error instanceof NotAFolder) return new HttpError(422, 'path', words.path);
  console.error(error);
  const disk = explainDisk(error);
  if (disk !== undefined)
    return new HttpError(503, 'busy', disk === 'full' ? busyWords.diskFull : busyWords.readOnly, {}, 30);
  return new HttpError(500, 'failed', words.failed);
}
