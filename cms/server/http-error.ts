/** A request that is not carried out, with the sentence that the editor reads. */
export class HttpError extends Error {
  readonly status: number;
  readonly code: HttpErrorCode;
  readonly details: Readonly<Record<string, unknown>>;
  /** Seconds after which trying again makes sense. */
  readonly retryAfter: number | undefined;

  constructor(
    status: number,
    code: HttpErrorCode,
    sentence: string,
    details: Readonly<Record<string, unknown>> = {},
    retryAfter?: number,
  ) {
    super(sentence);
    this.status = status;
    this.code = code;
    this.details = details;
    this.retryAfter = retryAfter;
  }
}

export type HttpErrorCode =
  | 'bad-request'
  | 'signed-out'
  | 'link'
  | 'token'
  | 'origin'
  | 'not-allowed'
  | 'second-person'
  | 'not-found'
  | 'conflict'
  | 'taken'
  | 'not-ready'
  | 'content'
  | 'path'
  | 'revision'
  | 'branch'
  | 'too-many'
  | 'failed'
  | 'busy';
