import * as z from 'zod';
import { field } from './field.ts';
import { line, webAddress } from './scalars.ts';

/** Where a fact came from: a title that can be looked up, with an address if there is a lasting one. */
export const source = z.strictObject({
  title: field(line(120), {
    label: '出典名',
    hint: '資料名・発行者・年がわかるように書きます。',
    example: 'ジチタイワークス Vol. 17（2021年12月）',
  }),
  url: field(webAddress.optional(), { label: 'URL', hint: '公開されている資料だけ。httpsで始まるアドレス。' }),
});

export type Source = z.infer<typeof source>;
