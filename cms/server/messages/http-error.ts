import type { ErrorCode, ErrorDetails } from '../../protocol/errors.ts';

/** A request that is not carried out, with the sentence that the editor reads. */
export class HttpError extends Error {
  readonly status: number;
  readonly code: ErrorCode;
  readonly details: Readonly<ErrorDetails>;
  /** Seconds after which trying again makes sense. */
  readonly retryAfter: number | undefined;

  constructor(
    status: number,
    code: ErrorCode,
    sentence: string,
    details: Readonly<ErrorDetails> = {},
    retryAfter?: number,
  ) {
    super(sentence);
    this.status = status;
    this.code = code;
    this.details = details;
    this.retryAfter = retryAfter;
  }
}
