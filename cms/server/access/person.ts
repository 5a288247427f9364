import * as z from 'zod';
import { prefectureIds } from '../../../src/schema/prefectures.ts';

export const roles = ['contributor', 'editor', 'administrator'] as const;

export const loginName = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,31}$/);

/** A name as it stands in commits: one line, with something in it that Git keeps. */
export const personName = z
  .string()
  .max(60)
  .regex(/^[^\p{Cc}<>]*$/u)
  .regex(/[\p{L}\p{N}]/u);

export const personMail = z
  .string()
  .max(120)
  .regex(/^[^\s<>@\p{Cc}]+@[^\s<>@\p{Cc}]+$/u);

export const groupIds = z.array(z.enum(prefectureIds));

/** Whoever is asking. `groups` matter to editors: it is where they publish. */
export interface Person {
  login: string;
  name: string;
  mail: string;
  role: Role;
  groups: readonly string[];
}

export type Role = (typeof roles)[number];

/** Stands for a person without a mail address; the domain is reserved, so no mail goes anywhere. */
export function placeholderMail(login: string): string {
  return `${login}@kenjinkai-knowledge.invalid`;
}
