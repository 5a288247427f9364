import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkBuilt } from '../../../../src/cli/floor/check-built.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kenjinkai-floor-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function check(file: string, source: string): string[] {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), source);
  return checkBuilt(folder).faults.map(({ what }) => what);
}

describe('what some browser at the floor lacks is found', () => {
  test.each([
    ['const a=[3,1].toSorted();export{a};', /toSorted/],
    ['export const a=b=>b["toReversed"]();', /toReversed/],
    ['export const a=b=>b?.with(1,2).toSpliced(0,1);', /toSpliced/],
    ['export const a=b=>URL.canParse(b);', /URL\.canParse/],
    ['export const a=b=>URL.parse(b)??JSON.parse(b);', /URL\.parse/],
    ['export const a=b=>globalThis.URL.parse(b)??JSON.parse(b);', /URL\.parse/],
    ['export const a=(parse,b)=>URL.parse(b)??parse(b);', /URL\.parse/],
    ['export const a=(b,c)=>"parse"in b?c:URL.parse(c);', /URL\.parse/],
    ['const checkVisibility=1;export const a=b=>b.checkVisibility(checkVisibility);', /checkVisibility/],
    ['export const a=b=>Map.groupBy(b,c=>c.d);', /Map\.groupBy/],
    ['export const{resolve:a}=Promise.withResolvers();', /withResolvers/],
    ['export const a=b=>b.checkVisibility();', /checkVisibility/],
    ['export const a=b=>{b.ariaExpanded="true"};', /ariaExpanded/],
    ['export const a=b=>new Intl.Segmenter("ja").segment(b);', /Intl\.Segmenter/],
    ['export const a=b=>b.toWellFormed();', /toWellFormed/],
    ['export const a=b=>AbortSignal.any(b);', /AbortSignal\.any/],
    ['export const a=b=>b.querySelectorAll(".result:not(:has(.choose))");', /:has/],
    ['export const a=b=>createImageBitmap(b,{imageOrientation:"from-image"});', /from-image/],
    ['export const a=/[\\p{L}--[a-z]]/v;', /構文/],
    ['export const a=/(?i:a)b/;', /構文/],
    ['export const a=new RegExp("(?i:a)b");', /RegExp/],
    ['export async function a(b){using c=b}', /構文/],
    ['export const a=new URLPattern("/a");', /URLPattern/],
  ])('%s', (source, what) => {
    expect(check('_astro/page.js', source).join('\n')).toMatch(what);
  });

  test.each([
    ['a:has(b){color:red}', /has/],
    ['a{color:light-dark(red,blue)}', /light-dark/],
    ['a{b{color:red}}', /rule within a rule/],
    ['@scope (a){b{color:red}}', /scope/],
    // Chromium before 120 knows masks by their prefix alone, and shows a square.
    ['a{mask:url(a.svg)}', /-webkit-mask/],
    ['a{-webkit-mask:url(a.svg);mask:url(a.svg)}b{mask:url(b.svg) center/contain no-repeat}', /-webkit-mask/],
    ['@media (width>=48rem){a{background:currentColor;mask-image:url(a.svg)}}', /mask-image/],
    ['a{-webkit-mask-size:contain;mask:url(a.svg)}', /-webkit-mask/],
  ])('%s', (source, what) => {
    expect(check('_astro/page.css', source).join('\n')).toMatch(what);
  });

  test('in the desk, in Decap’s bundle and in the files of the search, too', () => {
    for (const file of [
      '_astro/index.js',
      'admin/decap/decap-cms.js',
      'admin/decap/12.decap-cms.js',
      'pagefind/pagefind.js',
    ]) {
      expect(check(file, 'var a=[].toSorted();'), file).not.toEqual([]);
      rmSync(path.join(folder, file));
    }
  });

  test('and the script for old browsers is held to theirs', () => {
    expect(check('_astro/old-browser.js', 'const a=()=>1;')).not.toEqual([]);
  });
});

describe('what all have is not', () => {
  test.each([
    ['export const a=[1].findLast(b=>b.at(-1));export const c=Object.hasOwn({},"a");'],
    ['export class A{#b=1;static{this.c=/(?<=a)b/}}'],
    ['export const a=structuredClone({});export const b=new DecompressionStream("gzip");'],
    // Asked for first.
    ['export const a=b=>{"function"==typeof navigator.share&&navigator.share(b)};'],
    ['export const a=b=>"checkVisibility"in b?b.checkVisibility():!0;'],
    ['export const a=b=>b.checkVisibility?.();'],
    ['export const a=b=>URL.canParse?URL.canParse(b):!1;'],
    ['export const a=b=>"parse"in URL?URL.parse(b):new URL(b);'],
    ['export const a=b=>"function"!=typeof Intl.Segmenter?[...b]:[...new Intl.Segmenter("ja").segment(b)];'],
    // A name of the program's own.
    ['export const a=b=>{const Iterator=b.c;return new Iterator()};'],
    ['export const a=(b,c)=>{const URL=b.c;return URL.parse(c)};'],
  ])('%s', (source) => {
    expect(check('_astro/page.js', source)).toEqual([]);
  });

  test.each([
    ['@media (width>=48rem){a{inline-size:100%}}'],
    ['a{-webkit-mask:url(a.svg);mask:url(a.svg)}'],
    [':is(a,b):not(:defined){display:none}'],
  ])('%s', (source) => {
    expect(check('_astro/page.css', source)).toEqual([]);
  });
});

test('says how much it has looked at', () => {
  check('a.js', '');
  check('b/c.css', '');
  expect(checkBuilt(folder).checked).toBe(2);
});
