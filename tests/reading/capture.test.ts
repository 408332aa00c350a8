// @vitest-environment happy-dom
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { captureOf } from '@/utils/reading/capture';
import { sameShape } from '@/utils/reading/same-shape';

/** A page with a word of its own in every place that could hold one. */
const PLACES = [
  'title', 'heading', 'cell', 'label', 'option', 'optgroup', 'textarea', 'typed', 'hiddenvalue', 'password', 'button',
  'script', 'style', 'comment', 'innercomment', 'noscript', 'template', 'svgtext', 'svgtitle', 'svgid', 'dataname', 'datavalue',
  'href', 'src', 'alt', 'titleattr', 'arialabel', 'placeholder', 'idname', 'classname', 'namename', 'action', 'onclick',
  'styleattr', 'summary', 'lang', 'role', 'type', 'unknowntag', 'meta', 'customattr', 'shadowtext', 'shadowattr', 'srcdoc',
  'srcdocattr', 'nested', 'cdata', 'mathtext', 'objecttext', 'valuetext', 'ariastate', 'colspan', 'typedlater', 'bodyclass', 'htmlattr',
  'datalist', 'contenteditable', 'iframename', 'lists', 'ariaowns',
] as const; // biome-ignore format: one list
type Place = (typeof PLACES)[number];

/** A word that nothing else writes. */
const canary = (place: Place) => `Zorglub${place}quux`;
const CANARIES = PLACES.map(canary);

function planted(): Document {
  const c = canary;
  const document = new DOMParser().parseFromString(
    `<!doctype html><html data-x="${c('htmlattr')}"><head><title>${c('title')}</title><meta name="author" content="${c('meta')}">
<style>.${c('style')}{}</style><script>var ${c('script')}</script></head>
<body class="${c('bodyclass')}"><!-- ${c('comment')} -->
<h1 lang="${c('lang')}" role="${c('role')}">${c('heading')}<!--${c('innercomment')}--></h1>
<noscript>${c('noscript')}</noscript><template><p>${c('template')}</p></template>
<svg id="${c('svgid')}"><title>${c('svgtitle')}</title><text>${c('svgtext')}</text></svg>
<math><mi>${c('mathtext')}</mi></math><object data="x">${c('objecttext')}</object>
<form action="/${c('action')}" name="${c('namename')}"><label for="${c('idname')}">${c('label')}</label>
<input id="${c('idname')}" class="${c('classname')}" placeholder="${c('placeholder')}" value="${c('typed')}" data-${c('dataname').toLowerCase()}="${c('datavalue')}">
<input type="hidden" value="${c('hiddenvalue')}"><input type="password" value="${c('password')}"><input type="${c('type')}" id="later">
<input type="submit" value="${c('button')}"><textarea>${c('textarea')}</textarea>
<select><optgroup label="${c('optgroup')}"><option value="${c('valuetext')}" selected>${c('option')}</option></optgroup></select>
<datalist><option value="${c('lists')}">${c('datalist')}</option></datalist></form>
<table summary="${c('summary')}"><tr><th colspan="${c('colspan')}" aria-sort="${c('ariastate')}">A</th></tr><tr><td onclick="${c('onclick')}()" style="background:url(${c('styleattr')})">${c('cell')}</td></tr></table>
<a href="/${c('href')}" title="${c('titleattr')}">x</a><img src="/${c('src')}.png" alt="${c('alt')}"><span aria-label="${c('arialabel')}" aria-owns="${c('ariaowns')}"></span>
<${c('unknowntag')} ${c('customattr')}="1"><b>${c('nested')}</b></${c('unknowntag')}><p contenteditable="${c('contenteditable')}">y</p>
<div id="host"></div><iframe name="${c('iframename')}" id="frame"></iframe></body></html>`,
    'text/html',
  );
  const later = document.getElementById('later') as HTMLInputElement;
  later.value = c('typedlater');
  const shadow = document.getElementById('host')?.attachShadow({ mode: 'open' });
  if (shadow) shadow.innerHTML = `<p title="${c('shadowattr')}">${c('shadowtext')}</p>`;
  const inner = new DOMParser().parseFromString(
    `<title>${c('srcdoc')}</title><body><p title="${c('srcdocattr')}">${c('srcdoc')}<!-- ${c('cdata')} --></p></body>`,
    'text/html',
  );
  Object.defineProperty(document.getElementById('frame'), 'contentDocument', { value: inner });
  return document;
}

// The environment says aloud that it loads no frame; their documents are given by the test.
beforeEach(() => void vi.spyOn(console, 'error').mockReturnValue());
afterEach(() => void vi.restoreAllMocks());

const wordsLeft = (html: string) =>
  CANARIES.filter((word) => html.normalize('NFC').toLowerCase().includes(word.toLowerCase()));

describe('a page with a word in every place', () => {
  test('all of them are on the page: the test would see what is left', () => {
    const document = planted();
    const later = document.getElementById('later') as HTMLInputElement;
    const all = [
      document.documentElement.outerHTML,
      document.querySelector('template')?.innerHTML,
      document.getElementById('host')?.shadowRoot?.innerHTML,
      (document.getElementById('frame') as HTMLIFrameElement).contentDocument?.documentElement.outerHTML,
      later.value,
    ].join('\n');
    expect(wordsLeft(all)).toEqual(CANARIES);
  });

  test.each([true, false])('none of them is in the capture (frames: %s)', (frames) => {
    const { html, kept } = captureOf(planted(), { frames });
    expect(wordsLeft(html)).toEqual([]);
    expect(html).not.toMatch(/zorglub|quux/i);
    expect(kept).toEqual([]);
    expect(html).not.toMatch(/<script|<style|url\(|https?:|javascript:|\bon[a-z]+=|\bsrc=|data-/i);
  });

  test('its structure is there, related as it was', () => {
    const capture = captureOf(planted(), { frames: true });
    const back = new DOMParser().parseFromString(capture.html, 'text/html');
    const input = back.querySelector('form input');
    expect(back.querySelector('label')?.getAttribute('for')).toBe(input?.id);
    expect(input?.id).toMatch(/^i\d+$/);
    expect(input?.className).toMatch(/^c\d+$/);
    expect(back.querySelectorAll('table tr')).toHaveLength(2);
    expect(back.querySelector('option[selected]')).not.toBeNull();
    expect(back.querySelector('svg')?.childElementCount).toBe(0);
    expect(back.querySelector('a')?.getAttribute('href')).toBe('#');
    expect(capture.html).toContain('<template shadowrootmode="open"><p title=');
    expect(back.querySelector('iframe')?.getAttribute('srcdoc')).toContain('<p title=');
    expect(capture.elements).toBeGreaterThan(20);
  });

  test('labels that are asked to be kept are, whole, and nothing else', () => {
    const document = new DOMParser().parseFromString(
      '<body><th>Durée de vie</th><label>Durée de vie de Zorglub</label><td>Nom</td></body>',
      'text/html',
    );
    const { html, kept } = captureOf(document, { frames: false, keeps: (text) => text === 'Durée de vie' });
    expect(kept).toEqual(['Durée de vie']);
    expect(html).toContain('Durée de vie');
    expect(html).not.toMatch(/Zorglub|Nom/);
  });

  test('a list of thousands is told by its first rows', () => {
    const rows = Array.from({ length: 3000 }, (_, at) => `<tr><td>${at}</td></tr>`).join('');
    const document = new DOMParser().parseFromString(`<body><table>${rows}</table></body>`, 'text/html');
    const { html } = captureOf(document, { frames: false });
    expect(html.match(/<tr>/g)).toHaveLength(40);
    expect(html).toContain('<!-- 2960 -->');
  });
});

describe('texts of the same shape', () => {
  const classOf = (sign: string) => {
    if (/\p{Alphabetic}/u.test(sign))
      return `${/[\p{Lu}\p{Lt}]/u.test(sign) ? 'A' : 'a'}${/[\u00C0-\u024F]/.test(sign) ? '´' : ''}`;
    return /\p{N}/u.test(sign) ? '0' : sign;
  };

  test('« Éléonore d’Arc, 12 ans » keeps its shape and loses its letters', () => {
    const shaped = sameShape('Éléonore d’Arc, 12 ans', Math.random);
    expect([...shaped].map(classOf)).toEqual([...'Éléonore d’Arc, 12 ans'].map(classOf));
    expect(shaped).not.toContain('onore');
  });

  test('no letter nor digit of any text stays where it was', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        fc.infiniteStream(fc.double({ min: 0, max: 0.999999, noNaN: true })),
        (text, stream) => {
          const before = [...text.normalize('NFC')].filter((sign) =>
            /[\p{Alphabetic}\p{N}\p{P}\p{Z}\p{S}\t\n\r]/u.test(sign),
          );
          const after = [...sameShape(text, () => stream.next().value)];
          expect(after).toHaveLength(before.length);
          for (const [at, sign] of before.entries()) {
            if (/[\p{Alphabetic}\p{N}]/u.test(sign)) expect(after[at]).not.toBe(sign);
            else expect(after[at]).toBe(sign);
          }
        },
      ),
    );
  });

  test('no word of any page is left by its capture', () => {
    const word = fc.stringMatching(/^[A-Za-zÀ-ÖØ-öø-ÿ]{6,14}$/);
    const tag = fc.constantFrom('p', 'td', 'li', 'label', 'h2', 'span', 'option', 'button', 'x-liste');
    const attribute = fc.constantFrom(
      'title',
      'id',
      'class',
      'data-nom',
      'aria-label',
      'href',
      'value',
      'name',
      'style',
      'role',
      'aria-sort',
      'colspan',
    );
    const element = fc.tuple(tag, attribute, word, word);
    fc.assert(
      fc.property(fc.array(element, { minLength: 1, maxLength: 12 }), (elements) => {
        const document = new DOMParser().parseFromString('<body></body>', 'text/html');
        for (const [name, attr, value, text] of elements) {
          const one = document.createElement(name);
          one.setAttribute(attr, value);
          one.textContent = text;
          document.body.append(one);
        }
        const { html } = captureOf(document, { frames: true });
        for (const [, , value, text] of elements) {
          expect(html).not.toContain(value);
          expect(html).not.toContain(text);
        }
      }),
      { numRuns: 60 },
    );
  });
});
