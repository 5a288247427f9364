import { expect, it } from 'vitest';
import { endOfWord } from '../../../src/text/whole-word.ts';

it.each([
  ['引越', 'しの業者', '引越し'],
  ['引越', 'し', '引越し'],
  ['庁舎', 'の移転', '庁舎'],
  ['庁舎', 'かどうか', '庁舎'],
  ['引き継', 'ぐには', '引き継ぐ'],
  ['行', 'かないで', '行かない'],
  ['払', 'い戻し', '払い'],
  ['つながら', 'ないとき', 'つながらない'],
  ['届出', 'が要る', '届出'],
  ['家', 'から', '家'],
  ['メール', 'を送る', 'メール'],
  ['通知', 'した', '通知した'],
])('%s of %s%s goes on to %s', (stem, rest, whole) => {
  const text = stem + rest;
  expect(text.slice(0, endOfWord(text, stem.length))).toBe(whole);
});
