import { minify } from 'vite';

/**
 * Of Pagefind's script only what calls its Wasm, a fifth of it: the rest fetches, unpacks and shows in its own way,
 * which `pagefind.ts` does in ours. Throws if it is not the script that this was written for.
 */
export async function prepareScript(source: string): Promise<string> {
  const from = source.indexOf(start);
  const to = source.indexOf(end, from);
  if (from < 0 || to < 0 || !source.startsWith(`const pagefind_version="${version}";`))
    throw new Error('Pagefind calls its Wasm in an unknown way.');
  const backend = `${source.slice(from, to)}${end}export default wasm_bindgen;`;
  const { code, errors } = await minify('pagefind.js', backend, { module: true });
  if (errors.length > 0) throw new Error(`Pagefind's script could not be minified: ${errors[0]?.message}`);
  return code;
}

/** The release whose Wasm is called as `pagefind.ts` does. */
const version = '1.6.0';
const start = 'let wasm_bindgen=(function(exports){';
const end = '})({__proto__:null});';
