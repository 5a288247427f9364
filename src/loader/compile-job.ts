import { compileMdx, type CompiledMdx, type MdxOptions } from '../mdx/compile-mdx.ts';

export function compileNow({ text, ...options }: CompileJob): CompiledMdx {
  return compileMdx(text, options);
}

export interface CompileJob extends MdxOptions {
  text: string;
}
