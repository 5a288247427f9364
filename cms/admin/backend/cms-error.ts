import * as z from 'zod';
import { errorBody, type ErrorBody, type ErrorCode } from '../../protocol/errors.ts';
import type { Conflict, Finding, NamedEntry } from '../../protocol/entry-shapes.ts';

/** What the server did not carry out, in a Japanese sentence. */
export class CmsError extends Error {
  readonly status: number;
  readonly code: ErrorCode;
  readonly conflict: Conflict | undefined;
  readonly findings: readonly Finding[];
  /** Whoever needs what was to be removed. */
  readonly users: readonly NamedEntry[];

  constructor(status: number, { error, code, conflict, findings, users }: Partial<ErrorBody>) {
    super(error ?? `編集サーバーから応答がありません（${status}）。`);
    this.status = status;
    this.code = code ?? 'failed';
    this.conflict = conflict;
    this.findings = findings ?? [];
    this.users = users ?? [];
  }
}

/** Of the body of an answer from 400 up, which something between desk and server may have written. */
export function readCmsError(status: number, body: unknown): CmsError {
  return new CmsError(status, errorBody.safeParse(body).data ?? sentenceAlone.safeParse(body).data ?? {});
}

/** An answer of another shape than the protocol says. */
export function unreadableAnswer(): CmsError {
  return new CmsError(502, {
    error:
      '編集サーバーの答えを読み取れません。編集画面が古くなっている場合があります。入力した内容はこの端末に残っています。ページを再読み込みしてください。',
  });
}

const sentenceAlone = z.object({ error: z.string() });
