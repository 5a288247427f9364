import { linesToLists } from './lines-to-lists.ts';
import { mendAddresses } from './mend-addresses.ts';
import { readReferences } from './plain-signs.ts';

/** Plain text as our texts have it: line ends, spaces, lists, addresses that end where Japanese begins. */
export function convertPlain(text: string): string {
  const plain = readReferences(text.replace(/\r\n?/g, '\n').replace(/\u00A0/g, ' '));
  return linesToLists(mendAddresses(plain));
}
