/**
 * The style sheet for paper leaves out of a brief print what is neither the short answer nor something to do or to
 * check.
 */
function printPage(isBrief: boolean): void {
  const { classList } = document.body;
  for (const part of isBrief ? longParts() : []) part.classList.add('not-brief');
  classList.toggle('prints-brief', isBrief);
  window.addEventListener('afterprint', () => classList.remove('prints-brief'), { once: true });
  window.print();
}

/** What stands right before something to do, its heading above all, stays with it. */
function longParts(): Element[] {
  const toDo = '.steps, .checklist';
  const isLong = (part: Element) => !part.querySelector(toDo);
  const blocks = [...document.querySelectorAll('.qa-body .prose > *')];
  const texts = blocks.filter(
    (block) => isLong(block) && !block.matches(toDo) && block.nextElementSibling?.matches(toDo) !== true,
  );
  return [
    ...texts,
    ...[...document.querySelectorAll('.qa-body section, .qa-around')].filter(isLong),
    ...document.querySelectorAll('.answer-by, .answers > h2'),
  ];
}

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => printPage(button.dataset['print'] === 'brief'));
}
