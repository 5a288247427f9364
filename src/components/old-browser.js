/*
 * Says it where a browser cannot run what the page is for. A classic script in the language of 2009, so that any
 * browser runs it. An element with `data-needs` is shown with its sentence `data-old` where the browser is below the
 * supported floor, and with `data-missing` where nothing on the page matches the selector in `data-needs` once
 * everything has been loaded.
 */
(function () {
  var notes = document.querySelectorAll('[data-needs]');

  function show(sentence) {
    var waiting = document.querySelectorAll('[data-waiting]');
    for (var place = 0; place < waiting.length; place += 1) waiting[place].style.display = 'none';
    for (var index = 0; index < notes.length; index += 1) {
      notes[index].textContent = notes[index].getAttribute(sentence);
      notes[index].removeAttribute('hidden');
    }
  }

  /* What programs and pages use and the last versions below the floor lack. */
  function isOld() {
    try {
      /* Safari 16.4; a pattern in the program itself would stop all of it. */
      new RegExp('(?<=a)b');
      /* Safari 16.4, Firefox 113. Firefox 113 and 114 have all that is used. */
      if (!window.DecompressionStream || !Array.prototype.findLast || !window.customElements) return true;
      /* Not used: Chrome and Edge have it since 109. */
      return !window.MathMLElement;
    } catch (error) {
      return true;
    }
  }

  function isMissing(selector) {
    try {
      return document.querySelector(selector) === null;
    } catch (error) {
      return true;
    }
  }

  if (notes.length === 0) return;
  if (isOld()) return show('data-old');
  window.addEventListener('load', function () {
    if (isMissing(notes[0].getAttribute('data-needs'))) show('data-missing');
  });
})();
