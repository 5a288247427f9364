import * as z from 'zod';
import { field } from './field.ts';
import { day, line } from './scalars.ts';

/** Front matter of `content/pages/<slug>.mdx`, written by maintainers. */
export const page = z.strictObject({
  title: field(line(40), { label: '題名' }),
  description: field(line(160), { label: '説明' }),
  order: field(z.int().min(0).max(999), { label: '並び順' }),
  updated: field(day, { label: '更新日', widget: 'date' }),
});

export type Page = z.infer<typeof page>;
