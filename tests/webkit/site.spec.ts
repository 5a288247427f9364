import { expect, test } from './drive/test.ts';
import { keys } from './drive/web-driver.ts';

const box = 'main [data-search-input]';
const first = 'li.result .qa-question';
const movers = /引越しを頼む業者は、いつごろ/;

test.describe('searching', () => {
  for (const [query, expected] of [
    ['庁舎の引越しで業者はいつ決めればいいですか', movers],
    ['引越し 業者', movers],
    ['ひっこし', /引越し|移転/],
    ['ﾜｸﾁﾝ', /接種|ワクチン/],
    ['ｌａｎ 電話 切替', /LAN/],
    ['hikkoshi', /引越し|移転/],
  ] as const) {
    test(`finds ${query}`, async ({ reader: page, site }) => {
      // The driver types no wide letters: these stand in the address, as a bookmark has them.
      const isTyped = !/[\uFF00-\uFFEF]/.test(query);
      await page.open(`${site.address}search/${isTyped ? '' : `?q=${encodeURIComponent(query)}`}`);
      if (isTyped) await page.type(box, query);
      await page.expectText(first, expected);
      expect(await page.problems()).toEqual([]);
    });
  }

  test('opens a result, and comes back to the same search, which Enter does not wipe', async ({
    reader: page,
    site,
  }) => {
    await page.open(`${site.address}search/`);
    await page.type(box, '避難所 ペット');
    await page.expectVisible(first);
    await page.expectText('.result-count', /件/);
    const before = await page.text(first);
    await page.click(`${first} a`);
    await expect.poll(() => page.web.address()).toMatch(/\/q\/[a-z0-9]+\/$/);
    await page.web.back();
    await page.expectText(first, before);
    expect(await page.value(box)).toBe('避難所 ペット');
    await page.click(box);
    await page.web.press(keys.enter);
    await expect.poll(() => page.web.address()).toContain('q=');
    await page.expectText(first, before);
  });

  test('what was typed in the header is there again, too', async ({ reader: page, site }) => {
    await page.open(`${site.address}groups/`);
    await page.type('header [data-search-input]', 'ひっこ');
    await page.expectVisible('header .suggestions li');
    await page.web.run('document.querySelector(".site-nav a").click()');
    await expect.poll(() => page.web.address()).toContain('/topics/');
    await page.web.back();
    await expect.poll(() => page.value('header [data-search-input]')).toBe('ひっこ');
  });

  test('a click on a filter’s words leaves its list where it is, and the focus on the filter', async ({
    reader: page,
    site,
  }) => {
    await page.open(`${site.address}search/?q=${encodeURIComponent('職員')}`);
    await page.expectVisible('[data-facet="group"] summary');
    await page.click('[data-facet="group"] summary');
    await page.click('[data-facet="group"] fieldset > button');
    const place = await page.web.run<{ top: number; x: number; y: number; name: string }>(`
      const list = document.querySelector('[data-facet="group"] fieldset');
      list.scrollIntoView({ block: 'center', behavior: 'instant' });
      list.style.maxBlockSize = '160px';
      list.scrollTo({ top: 90, behavior: 'instant' });
      const box = list.getBoundingClientRect();
      const label = [...list.querySelectorAll('label')].find((one) => one.getBoundingClientRect().top > box.top + 20);
      const words = label.querySelector('span').getBoundingClientRect();
      return { top: list.scrollTop, x: words.x + words.width / 2, y: words.y + words.height / 2, name: label.querySelector('input').value };`);
    expect(place.top).toBeGreaterThan(0);
    await page.web.clickAt(place.x, place.y);
    await expect.poll(() => page.web.address()).toContain(`group=${place.name}`);
    await expect.poll(() => page.web.run('return document.activeElement.value')).toBe(place.name);
    // The list may have become shorter; it shows what it can of what it showed.
    const after = await page.web.run<{ top: number; most: number }>(`
      const list = document.querySelector('[data-facet="group"] fieldset');
      return { top: list.scrollTop, most: list.scrollHeight - list.clientHeight };`);
    expect(after.top).toBe(Math.min(place.top, after.most));
  });

  test('suggests, and Enter on a suggestion opens it', async ({ reader: page, site }) => {
    await page.open(`${site.address}groups/`);
    await page.type('header [data-search-input]', 'ひっこし');
    await page.expectVisible('header .suggestions li');
    await page.web.press(keys.down);
    await expect
      .poll(() => page.web.run('return document.activeElement.getAttribute("aria-activedescendant")'))
      .toMatch(/-0$/);
    await page.web.press(keys.enter);
    await expect.poll(() => page.web.address()).not.toMatch(/\/groups\/$/);
  });

  test('by arrow keys from the box through the results and back', async ({ reader: page, site }) => {
    await page.open(`${site.address}search/?q=${encodeURIComponent('避難所')}`);
    await page.expectVisible(first);
    await page.click(box);
    await page.web.press(keys.down);
    await expect.poll(() => page.web.run('return document.activeElement.matches("[data-result-link]")')).toBe(true);
    await page.web.press(keys.escape);
    await expect.poll(() => page.focused()).toBe('search-input');
  });

  test('a slash leads to the box', async ({ reader: page, site }) => {
    await page.open(`${site.address}search/`);
    await page.expectVisible('qa-search:defined');
    await page.web.press('/');
    await expect.poll(() => page.focused()).toBe('search-input');
  });

  test('sorts by date, and the address keeps it', async ({ reader: page, site }) => {
    await page.open(`${site.address}search/?q=${encodeURIComponent('地震')}&sort=date`);
    await page.expectVisible(first);
    const days = await page.web.run<string[]>(
      'return [...document.querySelectorAll("li.result time")].map((time) => time.dateTime)',
    );
    expect(days.length).toBeGreaterThan(2);
    expect(days).toEqual([...days].sort().reverse());
  });

  test('says when nothing is found', async ({ reader: page, site }) => {
    await page.open(`${site.address}search/`);
    await page.type(box, 'ズンドコホゲ');
    await page.expectText('.result-count', '見つかりませんでした');
  });

  test('marks the words that matched', async ({ reader: page, site }) => {
    await page.open(`${site.address}search/?q=${encodeURIComponent('養生')}`);
    await page.expectText('li.result mark', '養生');
  });

  test('takes an address as a search', async ({ reader: page, site }) => {
    await page.open(`${site.address}search/?q=${encodeURIComponent('https://example.lg.jp/q/f6dnabg6/')}`);
    await page.expectVisible('a[href$="/q/f6dnabg6/"]');
  });

  test('hostile text stays text', async ({ reader: page, site }) => {
    await page.open(`${site.address}search/?q=${encodeURIComponent('"><img src=x onerror=alert(1)>')}`);
    await page.expectVisible('.result-count');
    expect(await page.value(box)).toBe('"><img src=x onerror=alert(1)>');
    expect(await page.count('main img')).toBe(0);
    expect(await page.problems()).toEqual([]);
  });

  test('the home page answers as one types', async ({ reader: page, site }) => {
    await page.open(site.address);
    await page.type(box, '育休 復職');
    await page.expectText(first, /育休|復職/);
    expect(await page.problems()).toEqual([]);
  });

  test('picks several answers, whose bar stands on the page', async ({ reader: page, site }) => {
    await page.open(`${site.address}search/?q=${encodeURIComponent('避難所')}`);
    await page.click('li.result .choose-result input');
    await page.expectText('.collected', '1件');
  });
});

test.describe('without the server', () => {
  test('says so, and searches when it is back', async ({ reader: page, site }) => {
    await page.open(`${site.address}search/`);
    await page.expectVisible('qa-search:defined');
    site.cut(/./);
    await page.type(box, '養');
    await page.expectText('.suggest-note', '通信できない');
    site.cut(undefined);
    await page.type(box, '生');
    await page.expectText(first, /./);
    await page.expectGone('.suggest-note');
  });

  test('says so where the index cannot be had, and tries again', async ({ reader: page, site }) => {
    site.cut(/pagefind\/pagefind\.js/);
    await page.open(`${site.address}search/?q=${encodeURIComponent('庁舎')}`);
    await page.expectText('.result-count', '準備ができませんでした');
    site.cut(undefined);
    await page.click('.result-help button');
    await page.expectText(first, /./);
  });
});

test.describe('reading', () => {
  test('a question with its answers, quiet', async ({ reader: page, site }) => {
    await page.open(`${site.address}q/f6dnabg6/`);
    await page.expectVisible('.answer');
    expect(await page.problems()).toEqual([]);
  });

  test('an anchor leads to its answer', async ({ reader: page, site }) => {
    await page.open(`${site.address}q/f6dnabg6/`);
    const id = await page.web.run<string>('return document.querySelector(".answer[id]").id');
    await page.open(`${site.address}q/f6dnabg6/#${id}`);
    await expect
      .poll(() =>
        page.web.run(
          'const box = document.querySelector(":target").getBoundingClientRect(); return box.top >= -1 && box.top < innerHeight',
        ),
      )
      .toBe(true);
  });

  test('copying says that it is done, or offers the text', async ({ reader: page, site }) => {
    await page.open(`${site.address}q/f6dnabg6/`);
    await page.click('qa-share button[data-as="plain"]');
    await page.expectVisible('.toast:not(:empty), .copy-by-hand');
  });

  test('the icons beside headings are icons', async ({ reader: page, site }) => {
    await page.open(`${site.address}q/f6dnabg6/`);
    await page.expectVisible('.copy-link');
    const style =
      'const style = getComputedStyle(document.querySelector(".copy-link"), "::before"); return style.maskImage || style.webkitMaskImage';
    expect(await page.web.run(style)).toContain('url(');
  });

  for (const address of [
    '',
    'groups/',
    'groups/gifu/',
    'topics/',
    'months/4/',
    'events/',
    'pride/',
    'data/',
    'q/kxm6w5sl/',
    'search/?q=%E5%BA%81%E8%88%8E',
  ]) {
    test(`/${address} has no problem and fits 390 px`, async ({ reader: page, site }) => {
      await page.web.resize(390, 844);
      await page.open(site.address + address);
      await page.expectVisible('h1');
      const [width, seen] = await page.web.run<[number, number]>(
        'return [document.documentElement.scrollWidth, innerWidth]',
      );
      expect(width).toBeLessThanOrEqual(seen);
      expect(await page.problems()).toEqual([]);
    });
  }

  test('a missing page leads to the search', async ({ reader: page, site }) => {
    await page.open(`${site.address}no/such/page/`);
    await page.type('main [data-search-input]', '引越し');
    await page.expectText(first, /./);
  });
});
