/**
 * What a page of the site may load: itself and nothing else. `wasm-unsafe-eval` is for Pagefind's WebAssembly.
 * The admin page has a policy of its own.
 */
export const contentPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
].join('; ');

/** The development server puts style sheets into the page itself. */
export const developmentPolicy = contentPolicy.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");
