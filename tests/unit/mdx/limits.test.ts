import { describe, expect, it } from 'vitest';
import { compileMdx } from '../../../src/mdx/compile-mdx.ts';
import { limits } from '../../../src/mdx/limits.ts';
import { expectCost } from '../../cost.ts';

const codes = (source: string) => compileMdx(source, { basePath: '/' }).problems.map(({ code }) => code);

describe('limits', () => {
  it('are far from ordinary texts', () => {
    const row = '| **項目** | [関連](/q/a/) | 1 |\n';
    expect(codes('あ'.repeat(limits.characters))).toEqual([]);
    expect(codes(`| 甲 | 乙 | 丙 |\n| - | - | - |\n${row.repeat(100)}`)).toEqual([]);
    expect(codes(`${'> '.repeat(3)}- 一\n${'> '.repeat(3)}  - 二\n${'> '.repeat(3)}    - 三`)).toEqual([]);
    expect(codes('---\n\n- - -\n\n* * * * *\n\n____________')).toEqual([]);
  });

  const ordinary = '## 準備\n\n三か月前に**文書の仕分け**から始めます。\n\n- 古い書類\n- 鍵\n\n'.repeat(50);

  it('stop what the parser would spend minutes on', () => {
    for (const [source, code] of [
      ['あ'.repeat(limits.characters + 1), 'too-long'],
      ['あ'.repeat(5_000_000), 'too-long'],
      ['\n'.repeat(limits.lines), 'too-many-lines'],
      ['*a '.repeat(limits.marksInBlock + 1), 'too-dense'],
      ['['.repeat(20_000), 'too-dense'],
      ['>'.repeat(20_000), 'too-deep'],
      ['1. '.repeat(10_000), 'too-deep'],
    ] as const) {
      expect(codes(source)).toEqual([code]);
      expectCost(
        () => codes(source),
        () => codes(ordinary),
        6,
      );
    }
  });

  it('bound the width of a table, whose short rows are filled up', () => {
    const table = (columns: number) => `${'|甲'.repeat(columns)}\n${'|-'.repeat(columns)}\n|一`;
    expect(codes(table(limits.tableColumns))).toEqual([]);
    expect(codes(table(500) + '\n二'.repeat(2_000))).toEqual(['wide-table']);
  });

  it('bound the depth that only the tree shows', () => {
    const list = (depth: number) =>
      Array.from({ length: depth }, (_, index) => `${'  '.repeat(index)}- 項目`).join('\n');
    expect(codes(list(20))).toEqual([]);
    expect(codes(list(40))).toEqual(['too-deep']);
    expect(codes(`${'<Note>\n\n'.repeat(500)}文\n\n${'</Note>\n\n'.repeat(500)}`)).toEqual(['too-deep']);
    expect(codes(`${'*あ '.repeat(300)}${'い*'.repeat(300)}`)).toEqual(['too-deep']);
  });
});
