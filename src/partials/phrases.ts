import { jaModel, Parser } from 'budoux';
import { join, trusted, type Html } from './html.ts';

/** A heading's text with line breaks allowed between Japanese phrases only (BudouX). */
export function phrases(text: string): Html {
  return join(parse(text).map((phrase, index) => [index > 0 && wordBreak, phrase]));
}

/** Kept, because a question is on its own page and in many lists. */
function parse(text: string): string[] {
  const parsed = cache.get(text) ?? parser.parse(text);
  cache.set(text, parsed);
  return parsed;
}

const parser = new Parser(jaModel);
const cache = new Map<string, string[]>();
const wordBreak = trusted('<wbr>');
