import { components, isComponentName } from '../../../src/mdx/components.ts';

/**
 * A Markdown text, or a piece of one, as the words that a reader sees: the names of parts instead of tags, signs of a
 * list or a heading instead of Markdown's. Line by line, so that two versions can still be laid side by side.
 */
export function toReaderText(markdown: string): string {
  const lines = markdown.split('\n').filter((line) => !isAlignment(line));
  return lines.map(toReaderLine).join('\n');
}

/** The row of a table that only says how its columns are set. */
function isAlignment(line: string): boolean {
  return line.includes('|') && line.includes('---') && /^[\s:|-]+$/.test(line);
}

/** Whether a text holds a tag, which nobody should have to write by hand. */
export function hasTags(text: string): boolean {
  return tag.test(text);
}

function toReaderLine(line: string): string {
  const open = line.replace(new RegExp(tag, 'g'), (written, slash: string, name: string, attributes: string) =>
    isComponentName(name) ? nameTag(name, { isEnd: slash !== '', attributes }) : written,
  );
  return readInline(readStart(open));
}

function nameTag(name: keyof typeof components, { isEnd, attributes }: { isEnd: boolean; attributes: string }): string {
  const { label } = components[name];
  if (isEnd) return `【${label} ここまで】`;
  const values = [...attributes.matchAll(/\b(?:title|alt|caption|source|base)="([^"]*)"/g)].map(
    ([, value = '']) => value,
  );
  return `【${[label, ...values.filter((value) => value !== '')].join('：')}】`;
}

/** The sign with which a line begins. */
function readStart(line: string): string {
  if (/^\s*\|.*\|\s*$/.test(line)) {
    return line
      .trim()
      .slice(1, -1)
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim())
      .join('　');
  }
  return line
    .replace(/^(\s*)#{1,6} +/, '$1■ ')
    .replace(/^(\s*)[-*+] +(?:\[[ x]\] +)?/i, '$1・')
    .replace(/^(\s*)> ?/, '$1｜');
}

function readInline(line: string): string {
  return line
    .replace(/!\[([^\]]*)\]\([^)]*\)/g, '【画像：$1】')
    .replace(/(?<![\\[])\[([^[\]^]{1,500})\]\(([^)\s]{1,2000})\)/g, '$1（$2）')
    .replace(/^\[\^([^\]]+)\]: */, '注$1：')
    .replace(/\[\^([^\]]+)\]/g, '（注$1）')
    .replace(/(?<![\\*])(\*\*|~~)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\\*\w])\*(?=[^\s*])([^*]+)\*(?!\*)/g, '$1')
    .replace(/\\([\\`*_{}[\]<>()#+.!|~-])/g, '$1');
}

/** Slash, name and attributes of an element. */
const tag = /<(\/?)([A-Z][A-Za-z]*)((?:\s+[\w-]+="[^"]*")*)\s*\/?>/;
