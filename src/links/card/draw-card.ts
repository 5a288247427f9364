import { cardSize, type Card, type CardTag, type CardTile } from './card.ts';
import { fitTitle, type TitleBox } from './fit-title.ts';
import { drawableText, measureText, type Typeface } from './typeface.ts';

/** The colours of the site's light scheme; a picture cannot follow the reader's. */
const colours = {
  ground: '#faf8f4',
  ink: '#1a1a1a',
  soft: '#595650',
  line: '#dcd7cc',
  accent: '#0017c1',
  seal: '#b7282e',
  onSeal: '#ffffff',
  tile: '#e6e0d4',
} as const;

const tones: Record<CardTag['tone'], { fill: string; ink: string; line: string; dashed?: boolean }> = {
  care: { fill: '#fbf5e0', ink: '#604b00', line: '#604b00' },
  old: { fill: '#e6e6e6', ink: '#4d4d4d', line: '#4d4d4d' },
  plain: { fill: '#ffffff', ink: '#1a1a1a', line: '#8c867a' },
  sample: { fill: '#ffffff', ink: '#1a1a1a', line: '#8c867a', dashed: true },
};

const margin = 72;
const titleBox: TitleBox = {
  width: cardSize.width - 2 * margin,
  height: 300,
  largest: 92,
  smallest: 32,
  step: 4,
  lineHeight: 1.32,
  maxLines: 4,
};
const titleMiddle = 284;

/**
 * The card as SVG in which every letter is an outline: it looks the same wherever it is drawn, with no font at hand.
 */
export function drawCard(card: Card, map: readonly CardTile[], style: CardStyle): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${cardSize.width}" height="${cardSize.height}" viewBox="0 0 ${cardSize.width} ${cardSize.height}">`,
    `<rect width="100%" height="100%" fill="${colours.ground}"/><rect width="100%" height="14" fill="${colours.seal}"/>`,
    drawEyebrow(card, style),
    drawTitle(card, style),
    drawFoot(card, style),
    drawMap(card.group, map),
    '</svg>',
  ].join('');
}

function drawEyebrow(card: Card, { bold }: CardStyle): string {
  const baseline = 104;
  let right = cardSize.width - margin;
  const tags = [...card.tags].reverse().map((tag) => {
    const text = drawableText(tag.text, bold);
    const width = measureText(text, bold) * 28 + 44;
    right -= width + 14;
    const { fill, ink, line, dashed } = tones[tag.tone];
    const pill = `<rect x="${right + 14}" y="${baseline - 39}" width="${width}" height="54" rx="27" fill="${fill}" stroke="${line}" stroke-width="2"${dashed ? ' stroke-dasharray="7 5"' : ''}/>`;
    return pill + drawText(text, { x: right + 14 + 22, y: baseline - 2, size: 28, colour: ink }, bold);
  });
  return (
    drawText(drawableText(card.eyebrow, bold), { x: margin, y: baseline, size: 36, colour: colours.accent }, bold) +
    tags.join('')
  );
}

function drawTitle(card: Card, { bold, brand }: CardStyle): string {
  const title = drawableText(card.title, bold) || brand.name;
  const { size, lines } = fitTitle(title, (text) => measureText(text, bold), titleBox);
  const leading = size * titleBox.lineHeight;
  const first = titleMiddle - (leading * (lines.length - 1)) / 2 + size * 0.36;
  return lines
    .map((line, index) => drawText(line, { x: margin, y: first + index * leading, size, colour: colours.ink }, bold))
    .join('');
}

function drawFoot(card: Card, { bold, regular, brand }: CardStyle): string {
  const top = 494;
  return [
    `<rect x="${margin}" y="${top - 34}" width="${cardSize.width - 2 * margin - 232}" height="2" fill="${colours.line}"/>`,
    `<rect x="${margin}" y="${top}" width="72" height="72" rx="14" fill="${colours.seal}"/>`,
    drawText(brand.seal, { x: margin + 12, y: top + 53, size: 48, colour: colours.onSeal }, bold),
    drawText(brand.name, { x: margin + 96, y: top + 31, size: 32, colour: colours.ink }, bold),
    drawText(
      drawableText(card.note, regular),
      { x: margin + 96, y: top + 70, size: 26, colour: colours.soft },
      regular,
    ),
  ].join('');
}

/** A small tile map that shows where in Japan the answer comes from. */
function drawMap(group: string, map: readonly CardTile[]): string {
  const pitch = 13;
  const left = cardSize.width - margin - 13 * pitch;
  const top = 428;
  const tiles = (wanted: (tile: CardTile) => boolean) =>
    map
      .filter(wanted)
      .map((tile) => `M${left + (tile.column - 1) * pitch} ${top + (tile.row - 1) * pitch}h11v11h-11z`)
      .join('');
  return `<path fill="${colours.tile}" d="${tiles((tile) => tile.group !== group)}"/><path fill="${colours.seal}" d="${tiles((tile) => tile.group === group)}"/>`;
}

function drawText(
  text: string,
  place: { x: number; y: number; size: number; colour: string },
  typeface: Typeface,
): string {
  const scale = place.size / typeface.unitsPerEm;
  let x = 0;
  const letters = [...text].map((character) => {
    const outline = typeface.outline(character);
    const letter = outline === '' ? '' : `<path transform="translate(${x})" d="${outline}"/>`;
    x += typeface.width(character) * typeface.unitsPerEm;
    return letter;
  });
  return `<g fill="${place.colour}" transform="translate(${round(place.x)} ${round(place.y)}) scale(${scale.toFixed(6)} ${(-scale).toFixed(6)})">${letters.join('')}</g>`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

export interface CardStyle {
  bold: Typeface;
  regular: Typeface;
  brand: { name: string; seal: string };
}
