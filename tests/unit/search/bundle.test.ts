import { expect, it } from 'vitest';
import { joinFiles, splitFiles } from '../../../src/search/bundle.ts';

it('gives every file back as it was', () => {
  const files = [
    { name: 'index/a.pf_index', bytes: Uint8Array.from({ length: 300 }, (_, index) => index % 256) },
    { name: 'empty.json', bytes: new Uint8Array() },
    { name: 'documents/改行\n.json', bytes: new TextEncoder().encode('[{"question":"庁舎"}]\n\n') },
  ];
  expect(splitFiles(joinFiles(files))).toEqual(files);
  expect(splitFiles(joinFiles([]))).toEqual([]);
});
