import { describe, expect, it } from 'vitest';
import { compileNow, startCompiler, type CompileJob } from '../../../src/loader/compile-ahead.ts';

const jobs = Array.from({ length: 120 }, (_, index): CompileJob => ({
  text: index % 3 === 0 ? `前 {${index}} 後` : `## 見出し${index % 5}\n\n本文**${index % 7}**です。`,
  basePath: index % 2 === 0 ? '/' : '/kenjinkai/',
  idPrefix: `a${index % 4}-`,
}));

describe('startCompiler', () => {
  it.each([
    ['on this core', 1],
    ['on all cores', 10_000],
  ])('finds %s what compiling one by one finds', async (_where, fileCount) => {
    const compiler = startCompiler(fileCount);
    for (const job of jobs) compiler.add([job]);
    const compile = await compiler.finish();
    expect(jobs.map(compile)).toEqual(jobs.map(compileNow));
    expect(compile({ text: '足し忘れた {文章}', basePath: '/' }).problems).toHaveLength(1);
  });

  it('keeps texts apart that differ in their ids alone', async () => {
    const compile = await startCompiler(1).finish();
    const [first, second] = ['a1-', 'a2-'].map(
      (idPrefix) => compile({ text: '## 見出し', basePath: '/', idPrefix }).headings[0]?.id,
    );
    expect(first).not.toBe(second);
  });

  it('ends though nothing was added', async () => {
    const compile = await startCompiler(10_000).finish();
    expect(compile({ text: '本文', basePath: '/' })).toMatchObject({ text: '本文', problems: [] });
  });
});
