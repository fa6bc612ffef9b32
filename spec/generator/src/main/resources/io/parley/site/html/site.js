(() => {
  'use strict';
  const root = document.documentElement;
  const $ = (selector, from = document) => from.querySelector(selector);
  const $$ = (selector, from = document) => [...from.querySelectorAll(selector)];

  function create(name, properties = {}, ...children) {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  }

  $('.theme').addEventListener('click', window.parleyTheme.toggle);

  // Navigation on a narrow screen
  const menu = $('.menu');
  function showMenu(open) {
    root.classList.toggle('menu-open', open);
    menu.setAttribute('aria-expanded', String(open));
  }
  menu.addEventListener('click', () => showMenu(!root.classList.contains('menu-open')));
  $('main').addEventListener('click', () => showMenu(false));
  const here = $('.pages [aria-current]');
  if (here) {
    const pages = $('.pages');
    pages.scrollTop = here.offsetTop - pages.clientHeight / 2;
  }

  // The heading in view is marked in the table of contents
  const entries = new Map($$('.contents a').map((link) => [link.hash.slice(1), link]));
  if (entries.size > 0) {
    const headings = [...entries.keys()].map((id) => document.getElementById(id));
    const mark = () => {
      const passed = headings.filter((heading) => heading.getBoundingClientRect().top < 120);
      const current = passed.length > 0 ? passed[passed.length - 1] : headings[0];
      entries.forEach((link, id) => link.classList.toggle('here', id === current.id));
    };
    addEventListener('scroll', mark, { passive: true });
    mark();
  }

  // Filter of the matrix, and of the threats, which stand in sections
  for (const place of $$('.filter')) {
    const rows = $$(`table.${place.dataset.filter} > tbody > tr`);
    const matrix = place.dataset.filter === 'matrix';
    const sections = matrix ? [] : $$('.sect2').filter((section) => $(`table.${place.dataset.filter}`, section));
    const standings = new Set(rows.map((row) => $('.standing', row)?.textContent ?? ''));
    const profilesOf = (row) => row.children[1].textContent.trim().split(/,\s*/);
    const profiles = new Set(rows.flatMap(profilesOf).filter((name) => name !== 'all'));
    const groups = new Set(rows.map((row) => row.textContent.trim().match(/^[A-Z]+/)?.[0] ?? ''));
    const select = (label, values) => create('select', { ariaLabel: label },
      create('option', { value: '', textContent: label }),
      ...[...values].sort().map((value) => create('option', { value, textContent: value })));
    const text = create('input', { type: 'search', placeholder: 'Filter by word, id or test', ariaLabel: 'Filter' });
    const group = select('All groups', groups);
    const profile = select('All profiles', profiles);
    const standing = select('All results', standings);
    const count = create('output');
    const apply = () => {
      const words = text.value.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const row of rows) {
        const content = row.textContent.toLowerCase();
        const fits = words.every((word) => content.includes(word))
          && (!group.value || row.textContent.trim().startsWith(`${group.value}-`))
          && (!profile.value || profilesOf(row).some((name) => name === 'all' || name === profile.value))
          && (!standing.value || $('.standing', row)?.textContent === standing.value);
        row.hidden = !fits;
        shown += fits ? 1 : 0;
      }
      for (const section of sections) {
        section.hidden = $$('tbody > tr', section).every((row) => row.hidden);
      }
      count.textContent = `${shown} of ${rows.length}`;
    };
    place.append(text, ...(matrix ? [group, profile, standing] : [standing]), count);
    place.addEventListener('input', apply);
    apply();
  }

  // Search: the library and the texts are loaded when somebody wants them
  const field = $('.search input');
  const hits = $('.hits');
  let ready = null;

  function load(address) {
    return new Promise((resolve, reject) => {
      document.head.append(create('script', { src: address, onload: resolve, onerror: reject }));
    });
  }

  function prepare() {
    ready ??= Promise.all([load('lunr.js'), load('search-data.js')]).then(() => {
      const texts = window.parleySearch;
      const index = window.lunr(function build() {
        this.ref('i');
        this.field('h', { boost: 8 });
        this.field('p', { boost: 4 });
        this.field('b');
        texts.forEach((entry, i) => this.add({ i, h: entry.h, p: entry.p, b: entry.b }));
      });
      return { index, texts };
    });
    return ready;
  }

  function excerpt(body, words) {
    const lower = body.toLowerCase();
    const at = Math.max(0, Math.min(...words.map((word) => lower.indexOf(word)).filter((i) => i >= 0)));
    const start = Number.isFinite(at) && at > 60 ? body.indexOf(' ', at - 50) + 1 : 0;
    const cut = body.slice(start, start + 160);
    const line = create('span', { className: 'excerpt' });
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(${words.map((word) => word.replace(/[^\p{L}\p{N}]/gu, '\\$&')).join('|')})`, 'giu');
    cut.split(pattern).forEach((part, i) => line.append(i % 2 ? create('mark', {}, part) : part));
    return line;
  }

  async function search() {
    // The index keeps no sign at either end of a word: "/users/me" stands in it as "users/me".
    const words = field.value
      .toLowerCase()
      .split(/[\s-]+/)
      .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
      .filter(Boolean);
    if (words.length === 0) {
      hits.hidden = true;
      return;
    }
    const { index, texts } = await prepare();
    const { Query } = window.lunr;
    const found = index.query((query) => {
      words.forEach((word) => {
        query.term(word, { boost: 10, usePipeline: true });
        query.term(word, { wildcard: Query.wildcard.TRAILING, usePipeline: false });
      });
    });
    const best = found
      .map((hit) => ({ score: hit.score, entry: texts[Number(hit.ref)] }))
      .map((hit) => ({ ...hit, all: words.every((word) => `${hit.entry.h} ${hit.entry.p} ${hit.entry.b}`.toLowerCase().includes(word)) }))
      .sort((a, b) => Number(b.all) - Number(a.all) || b.score - a.score)
      // Rows of the same name, one for each profile, are found once.
      .filter(({ entry }, i, all) => all.findIndex((other) => other.entry.p === entry.p && other.entry.h === entry.h) === i)
      .slice(0, 12);
    hits.replaceChildren(...best.map(({ entry }) => create('a', { href: entry.u },
      create('strong', { textContent: entry.h || entry.p }),
      create('small', { textContent: entry.h ? `${entry.g} › ${entry.p}` : entry.g }),
      excerpt(entry.b, words))));
    if (best.length === 0) {
      hits.append(create('p', { textContent: `Nothing found for “${field.value}”.` }));
    }
    hits.hidden = false;
  }

  field.addEventListener('focus', prepare, { once: true });
  field.addEventListener('input', search);
  field.addEventListener('focus', search);
  addEventListener('keydown', (event) => {
    const links = $$('a', hits);
    const at = links.indexOf(document.activeElement);
    if (event.key === '/' && !/INPUT|SELECT|TEXTAREA/.test(document.activeElement.tagName)) {
      event.preventDefault();
      field.focus();
    } else if (event.key === 'Escape') {
      hits.hidden = true;
      showMenu(false);
    } else if (!hits.hidden && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      const next = event.key === 'ArrowDown' ? at + 1 : at - 1;
      (links[next] ?? field).focus();
    } else if (event.key === 'Enter' && document.activeElement === field && links.length > 0) {
      links[0].click();
    }
  });
  addEventListener('click', (event) => {
    if (!event.target.closest('.search') || event.target.closest('.hits a')) {
      hits.hidden = true;
    }
  });
})();
