import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PNG } from 'pngjs';
import { siteFixture } from './sites.ts';

/** A copy of the fixture, with a word of its own in each place that not every reader may see. */
export function plantMembers(): PlantedMembers {
  const root = mkdtempSync(path.join(tmpdir(), 'kenjinkai-members-'));
  cpSync(siteFixture, root, { recursive: true });
  const words = new Map<string, SecretWord>();
  const write = (file: string, content: string | Buffer) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), content);
  };
  /** `zqaaaaqz`, `zqaaabqz` … */
  const secret = (place: string, seenBy: SeenBy = 'members'): string => {
    const number = words.size.toString(26).padStart(4, '0');
    const word = `zq${[...number].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 26))).join('')}qz`;
    words.set(word, { place, seenBy });
    return word;
  };
  const pictures: PlantedPicture[] = [];
  const picture = (seenBy: SeenBy, folder = 'images'): string => {
    const address = `/${folder}/${secret(`picture ${pictures.length + 1}`, seenBy)}.png`;
    const bytes = makeUniquePicture(pictures.length);
    pictures.push({ address, bytes, seenBy });
    write(`public${address}`, bytes);
    return address;
  };

  plantTopics(write, secret);
  plantQas(write, secret, picture);
  plantEvent(write, secret, picture);
  plantVocabulary(write, secret);
  picture('nobody');
  return { root, words, pictures };
}

/** Ids and Japanese words of what is for members; they stand nowhere else in the content. */
export const memberNames = [
  'qqmember2',
  'qqmember3',
  'qqmemberevent',
  'qqmembertopic',
  'qqmemberchild',
  '鵺退治',
  '鵺祓い',
  'ぬえたいじ',
];

function plantTopics(write: Write, secret: Secret): void {
  const topic = (id: string, parent: string) => `name: ${secret(`name of ${id}`)}
kana: ${secret(`kana of ${id}`)}
order: 9000
description: ${secret(`description of ${id}`)}
redirectFrom: [/topics/${secret(`redirect of ${id}`)}/]
${parent}`;
  write('content/topics/qqmembertopic.yaml', topic('qqmembertopic', ''));
  write('content/topics/qqmemberchild.yaml', topic('qqmemberchild', 'parent: qqmembertopic\n'));
}

function plantQas(write: Write, secret: Secret, picture: Picture): void {
  const qa = (
    id: string,
    { seenBy, audience, status, topics }: { seenBy: SeenBy; audience: string; status: string; topics: string },
  ) => {
    const word = (place: string, by = seenBy) => secret(`${place} of ${id}`, by);
    return `---
id: ${id}
question: ${word('question')} の議事録は誰が用意しますか。
summary: ${word('summary')} の手順どおりに用意します。
group: gifu
topics: [${topics}]
aliases: [${word('alias')} 議事録]
asked: 2026-01-05
answers:
  - by: { kind: city, population: from-50k, prefecture: gifu, label: ${word('label')} }
    date: 2026-01-06
    text: ${word('answer')} を見ます。鵺退治（ぬえたいじ）と鵺祓いの前です。![${word('description')}](${picture(seenBy)})
audience: ${audience}
reviewBy: 2099-01-06
provenance: chat
sources:
  - title: ${word('source')}
    url: https://example.com/${word('source address')}
basis:
  - law: ${word('law')}
    article: ${word('article')}
    url: https://laws.example.com/${word('law’s address')}
    checked: 2026-01-07
practice:
  decides: ${word('who decides')}
  forms: ${word('forms')}
  budget: ${word('budget')}
  assembly: ${word('assembly')}
related: []
consent: { date: 2026-01-07, scope: ${word('consent', 'nobody')} }
timing: yearly
months: [4]
status: ${status}
---

## ${word('heading')}

${word('text')} を[確かめます](/files/${word('file')}.pdf "${word('title of a link')}")。\`${word('code')}\`

<Figure src="${picture(seenBy, 'media')}" alt="${word('description of the figure')}" caption="${word('caption')}" />
`;
  };
  const fileOf = (text: string) => /\/files\/(\w+\.pdf)/.exec(text)?.[1] ?? '';
  const redirect = (id: string) => `current\nredirectFrom: [/q/${secret(`redirect of ${id}`)}/]`;
  const withdrawn = 'withdrawn\nwithdrawn: { date: 2026-02-03, reason: 制度が変わったため }';
  const planted = {
    qqmember2: {
      seenBy: 'members',
      audience: 'members',
      status: redirect('qqmember2'),
      topics: 'records, qqmemberchild',
    },
    qqmember3: { seenBy: 'nobody', audience: 'members', status: withdrawn, topics: 'qqmembertopic' },
    qqwithdr2: { seenBy: 'nobody', audience: 'public', status: withdrawn, topics: 'records' },
  } as const;
  for (const [id, settings] of Object.entries(planted)) {
    const text = qa(id, settings);
    write(`content/qa/gifu/${id}.mdx`, text);
    write(`public/files/${fileOf(text)}`, '%PDF-1.4');
  }
}

function plantEvent(write: Write, secret: Secret, picture: Picture): void {
  const word = (place: string) => secret(`${place} of the event`);
  write(
    'content/events/qqmemberevent.yaml',
    `title: ${word('title')}
kind: online
group: gifu
start: 2099-02-13T14:00+09:00
end: 2099-02-13T16:00+09:00
place: ${word('place')}
summary: ${word('summary')}
description: ${word('description')}![図](${picture('members')})
audience: members
provenance: sample
sources:
  - title: ${word('source')}
`,
  );
}

/** Words that the texts for members hold, and a public word beside them. */
function plantVocabulary(write: Write, secret: Secret): void {
  write(
    'content/vocabulary/qqmembers.yaml',
    `title: ${secret('title of a vocabulary', 'nobody')}
synonyms:
  - words: [議会]
    inputOnly: [鵺祓い]
    strength: same
  - words: [鵺退治, 議会]
    strength: same
  - words: [鵺退治]
    to: [議会]
    strength: near
stop:
  - phrases: [鵺退治のことで]
readings:
  - reading: ぬえたいじ
    words: [鵺退治, 議会]
`,
  );
}

/** A picture that no other file resembles. */
function makeUniquePicture(number: number): Buffer {
  const png = new PNG({ width: 24, height: 24 });
  for (let index = 0; index < png.data.length; index += 1)
    png.data[index] = (index * 7919 + number * 104_729 + ((index * index) % 251)) % 256;
  return PNG.sync.write(png);
}

type SeenBy = 'members' | 'nobody';
type Secret = (place: string, seenBy?: SeenBy) => string;
type Picture = (seenBy: SeenBy, folder?: string) => string;
type Write = (file: string, content: string | Buffer) => void;

export interface PlantedMembers {
  /** The folder that holds `content/` and `public/`. */
  root: string;
  /** By the word itself. */
  words: Map<string, SecretWord>;
  pictures: PlantedPicture[];
}

interface SecretWord {
  place: string;
  seenBy: SeenBy;
}

interface PlantedPicture {
  /** As in `/images/plan.png`. */
  address: string;
  bytes: Buffer;
  seenBy: SeenBy;
}
