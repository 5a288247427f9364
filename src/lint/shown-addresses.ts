import { compileMdx } from '../mdx/compile-mdx.ts';
import { listTextsToCompile } from './markdown-parts.ts';
import type { AnyDocument } from './parse-document.ts';
import { isRecord } from './values.ts';

/**
 * Addresses of this site that a document's texts show or link to, and those that are a field by themselves, as in
 * `/images/plan.png`. A name in prose, code or a comment shows nothing.
 */
export function listShownAddresses(document: AnyDocument): Set<string> {
  const html = listTextsToCompile(document).map((text) => compileMdx(text, { basePath: '/' }).html);
  const inTexts = html.flatMap((part) => [...part.matchAll(attribute)].map(([, address = '']) => address));
  const inFields = listStrings(document.value).filter((value) => /^\/[^\s]*$/.test(value));
  return new Set([...inTexts, ...inFields].map((address) => decode(address.split(/[?#]/, 1)[0] ?? address)));
}

const attribute = /\s(?:src|href)="(\/[^"]*)"/g;

function listStrings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(listStrings);
  return isRecord(value) ? Object.values(value).flatMap(listStrings) : [];
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
