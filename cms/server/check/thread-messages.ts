import type { ErrorCode, ErrorDetails } from '../../protocol/errors.ts';
import type { CheckedChange, CheckedContent } from './check-content.ts';

/** What the server hands to a thread that checks; one thread works on one of them at a time. */
export type ToThread =
  { kind: 'warm-up'; tree: string; today: string } | { kind: 'check'; change: CheckedChange; today: string };

/** `reading-done` says that what follows is the change alone: from here on the time of a check counts. */
export type FromThread =
  | { kind: 'ready' }
  | { kind: 'reading-done' }
  | { kind: 'checked'; content: CheckedContent }
  | { kind: 'refused'; error: HttpErrorData }
  | { kind: 'failed'; message: string };

/** An `HttpError` as data: an error that passes between threads loses its class. */
interface HttpErrorData {
  status: number;
  code: ErrorCode;
  message: string;
  details: Readonly<ErrorDetails>;
  retryAfter: number | undefined;
}

export interface ThreadData {
  /** Top folder of the clone, or the bare repository. */
  root: string;
  /** As in `public/images`. */
  mediaFolder: string;
}
