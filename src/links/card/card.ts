import { createHash } from 'node:crypto';

/** Raise this whenever the drawing changes: every card then gets a new address and chats fetch it anew. */
export const cardDesign = 1;

export const cardSize = { width: 1200, height: 630 } as const;

/** Site path of a card's picture. The name is made from what the card says, so a changed card has another address. */
export function cardPath(card: Card): string {
  return `/cards/${cardName(card)}.png`;
}

export function cardName(card: Card): string {
  const said = JSON.stringify([
    cardDesign,
    card.eyebrow,
    card.title,
    card.tags.map((tag) => [tag.text, tag.tone]),
    card.note,
    card.group,
  ]);
  return createHash('sha256').update(said).digest('hex').slice(0, 20);
}

/** What the picture says in words, for `og:image:alt`. */
export function describeCard(card: Card): string {
  return [card.eyebrow, card.title, ...card.tags.map((tag) => tag.text), card.note]
    .filter((part) => part !== '')
    .join('／');
}

/** What one card says; pages, the drawing and the cache all start from this. */
export interface Card {
  /** Small line above the title: the group, or what kind of page it is. */
  eyebrow: string;
  title: string;
  tags: readonly CardTag[];
  /** Small line at the foot, such as the date. */
  note: string;
  /** Prefecture group whose tile on the map is coloured; '' for none. */
  group: string;
}

export interface CardTag {
  text: string;
  tone: 'care' | 'old' | 'plain' | 'sample';
}

/** A group's place on the map of tiles, counted from 1. */
export interface CardTile {
  group: string;
  column: number;
  row: number;
}

/** Everything that a build's cards are drawn from. */
export interface CardOrder {
  cards: readonly Card[];
  map: readonly CardTile[];
}
