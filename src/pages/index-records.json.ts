/** What is searched and the words that search knows. The search integration takes this file out of the site once the index is made. */
import type { APIRoute } from 'astro';
import { getVocabulary } from '../library/vocabulary.ts';
import { getIndexDocuments } from './_index-document.ts';

export const GET: APIRoute = async () => {
  const [documents, vocabulary] = await Promise.all([getIndexDocuments(), getVocabulary()]);
  return new Response(JSON.stringify({ documents, vocabulary }), { headers: { 'Content-Type': 'application/json' } });
};
