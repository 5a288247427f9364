import { dropTrailing } from '../../text/trailing.ts';

/** What a sentence of a message may begin or end with, beside words. */
export const messageStops = '、,。！! \n\t　';

export function withoutStops(part: string): string {
  const tail = dropTrailing(part, messageStops);
  return [...tail].slice([...tail].findIndex((letter) => !messageStops.includes(letter))).join('');
}

export function withoutMentions(part: string): string {
  return part.replace(/@[^\s、。@]{1,20}/gu, ' ').trim();
}
