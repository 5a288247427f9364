import * as z from 'zod';
import { errorBody, type ErrorBody, type ErrorCode } from '../../protocol/errors.ts';
import type { Conflict, Finding, NamedEntry } from '../../protocol/entry-shapes.ts';

/** A request that the server did not carry out; the message is a Japanese sentence. */
export class CmsError extends Error {
  readonly status: number;
  readonly code: ErrorCode;
  readonly conflict: Conflict | undefined;
  readonly findings: readonly Finding[];
  /** Entries that refer to the one that was to be removed. */
  readonly referrers: readonly NamedEntry[];

  constructor(status: number, { error, code, conflict, findings, referrers }: Partial<ErrorBody>) {
    super(error ?? `編集サーバーから応答がありません（${status}）。`);
    this.status = status;
    this.code = code ?? 'failed';
    this.conflict = conflict;
    this.findings = findings ?? [];
    this.referrers = referrers ?? [];
  }
}

/**
 * The error from the body of a response with status 400 or above. A proxy may have written it, so any body is accepted.
 */
export function readCmsError(status: number, body: unknown): CmsError {
  return new CmsError(status, errorBody.safeParse(body).data ?? sentenceAlone.safeParse(body).data ?? {});
}

/** The error for a response that does not have the shape of the protocol. */
export function unreadableAnswer(): CmsError {
  return new CmsError(502, {
    error:
      '編集サーバーの答えを読み取れません。編集画面が古くなっている場合があります。入力した内容はこの端末に残っています。ページを再読み込みしてください。',
  });
}

const sentenceAlone = z.object({ error: z.string() });
