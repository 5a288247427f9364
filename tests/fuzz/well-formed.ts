import { parse as parseCsv } from 'csv-parse/sync';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import ICAL from 'ical.js';

/**
 * Checks a file of the built site by its extension. Returns one sentence for each fault; an empty list for a sound file
 * and for an extension that is not checked.
 */
export function findFaults(name: string, text: string): string[] {
  try {
    if (name.endsWith('.xml')) return checkXml(text);
    if (name.endsWith('.ics')) return checkCalendar(text);
    if (name.endsWith('.json') || name.endsWith('.webmanifest')) return checkJson(text);
    if (name.endsWith('.csv')) return checkTable(text);
    if (name.endsWith('.html')) return checkPage(text);
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

function checkXml(text: string): string[] {
  const valid = XMLValidator.validate(text);
  const faults = valid === true ? [] : [valid.err.msg];
  // XML 1.0 forbids control characters, also as character references.
  if (/[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|&#x?(?:0*[0-8bcefBCEF]|1[0-9a-fA-F]);/.test(text))
    faults.push('a character that XML does not have');
  const read = new XMLParser({ ignoreAttributes: false }).parse(text) as {
    feed?: { updated?: string; entry?: unknown };
    urlset?: { url?: unknown };
  };
  const entries = [read.feed?.entry ?? []].flat() as { updated?: string; published?: string }[];
  for (const { updated, published } of entries)
    if ([updated, published].some((date) => !isRfc3339(date))) faults.push(`dates ${updated} ${published}`);
  if (read.feed && !isRfc3339(read.feed.updated)) faults.push(`date ${read.feed.updated}`);
  for (const { loc, lastmod } of [read.urlset?.url ?? []].flat() as { loc?: string; lastmod?: string }[]) {
    if (!URL.canParse(String(loc))) faults.push(`address ${loc}`);
    if (lastmod !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(lastmod)) faults.push(`date ${lastmod}`);
  }
  return faults;
}

function isRfc3339(date: string | undefined): boolean {
  return (
    date !== undefined &&
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/.test(date) &&
    !Number.isNaN(Date.parse(date))
  );
}

function checkCalendar(text: string): string[] {
  const faults = text
    .split('\r\n')
    .filter((line) => Buffer.byteLength(line) > 75)
    .map((line) => `a line of more than 75 bytes: ${line.slice(0, 30)}`);
  if (/(?<!\r)\n/.test(text)) faults.push('a line end without a carriage return');
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown as string);
  for (const component of calendar.getAllSubcomponents('vevent')) {
    const event = new ICAL.Event(component);
    if (!(event.startDate.toJSDate().getTime() < event.endDate.toJSDate().getTime()))
      faults.push(`${event.uid} does not end after its start`);
    if (!event.summary || !event.uid) faults.push('an event without a title or an id');
  }
  return faults;
}

function checkJson(text: string): string[] {
  JSON.parse(text);
  return /\p{Cs}/u.test(text) ? ['half a surrogate pair'] : [];
}

function checkTable(text: string): string[] {
  const [head = [], ...rows] = parseCsv(text, { bom: true }) as string[][];
  return rows.flatMap((row) => {
    const formula = row.find((cell) => /^[=+\-@\t\r]/.test(cell));
    return [
      ...(row.length === head.length ? [] : ['a row of another length']),
      ...(formula === undefined ? [] : [`a formula: ${formula.slice(0, 20)}`]),
    ];
  });
}

function checkPage(text: string): string[] {
  // The generated entries hold none of these words, so each of them comes from a fault of the site.
  const faults = ['Invalid Date', 'NaN', 'undefined', '[object '].filter((word) => text.includes(word));
  if (!text.includes('</html>')) faults.push('no end');
  for (const [, date = ''] of text.matchAll(/<time datetime="([^"]*)"/g))
    if (Number.isNaN(Date.parse(date))) faults.push(`date ${date}`);
  for (const [, content = ''] of text.matchAll(/<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/gs))
    JSON.parse(content);
  const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  return twice === undefined ? faults : [...faults, `the id ${twice} twice`];
}
