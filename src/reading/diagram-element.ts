import { diagramWords as words } from '../strings/reading.ts';
import { readPageFacts } from './page-facts.ts';
import { printSheet } from './print-sheet.ts';

/** Buttons below a diagram that save it as a picture of lines (SVG) and print it with its table. */
function bringDiagram(frame: HTMLElement): void {
  const picture = frame.querySelector('svg');
  const title = frame.querySelector('figcaption')?.textContent ?? '';
  if (!picture || frame.classList.contains('is-live')) return;
  frame.classList.add('is-live');
  const tools = document.createElement('div');
  tools.className = 'share-row screen-only';
  tools.append(
    button(words.save, () => saveFile(drawAlone(picture), `${title || words.file}.svg`)),
    button(words.print, () => printSheet(frame, readPageFacts(frame))),
  );
  frame.querySelector('figure')?.append(tools);
}

/** The picture without the page's style sheet: its colours, lines and letters stand in it. */
function drawAlone(picture: SVGSVGElement): string {
  const copy = picture.cloneNode(true) as SVGSVGElement;
  const look = document.createElementNS(copy.namespaceURI, 'style');
  look.textContent = alone;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.prepend(look);
  return new XMLSerializer().serializeToString(copy);
}

const alone = `svg{background:#fff}text{font-family:'BIZ UDPGothic','Hiragino Sans','Yu Gothic UI',Meiryo,sans-serif;font-size:14px;fill:#1a1a1a}
.diagram-number{font-weight:700}.diagram-box{fill:#fff;stroke:#1a1a1a;stroke-width:1.5}.diagram-line{fill:none;stroke:#1a1a1a;stroke-width:2}`;

function saveFile(text: string, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  link.download = name.replace(/[\\/:*?"<>|]/g, '_');
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function button(text: string, press: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  made.addEventListener('click', press);
  return made;
}

for (const frame of document.querySelectorAll<HTMLElement>('.diagram')) bringDiagram(frame);
