/** Makes the site a search engine that browsers offer in their address bar. */
import type { APIRoute } from 'astro';
import { absoluteAddress, paths } from '../links/address.ts';
import { textFile } from '../links/files.ts';
import { filePaths } from '../links/file-paths.ts';
import { siteWords } from '../strings/site.ts';

export const GET: APIRoute = ({ site }) => {
  const absolute = (path: string) => escapeXml(absoluteAddress(path, site ?? ''));
  return textFile(
    `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${siteWords.name}</ShortName>
  <Description>${siteWords.description}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Language>ja</Language>
  <Image width="192" height="192" type="image/png">${absolute('/icon-192.png')}</Image>
  <Url type="text/html" method="get" template="${absolute(paths.search)}?q={searchTerms}"/>
  <Url type="application/opensearchdescription+xml" rel="self" template="${absolute(filePaths.openSearch)}"/>
</OpenSearchDescription>
`,
    'application/opensearchdescription+xml',
  );
};

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
