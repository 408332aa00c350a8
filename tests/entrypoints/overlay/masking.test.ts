// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { lowerCurtain, raiseCurtain } from '@/entrypoints/overlay/early-curtain';
import { masking } from '@/entrypoints/overlay/masking';
import type { MaskedLook } from '@/entrypoints/overlay/masking-script';
import { laidOut } from '@/tests/helpers/laid-out';
import { onPage } from '@/tests/helpers/test-rule';
import type { Facts } from '@/utils/core/facts';
import { switchDemonstration } from '@/utils/switches';

beforeEach(() => {
  fakeBrowser.reset();
  vi.stubGlobal('innerWidth', 1000);
  vi.stubGlobal('innerHeight', 800);
});
afterEach(() => {
  lowerCurtain();
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

const facts = (...names: string[]): Facts =>
  ({
    userRows: {
      items: names.map((name) => ({ at: onPage(`${name}|Teacher`, 'edifice/users'), name })),
      complete: true,
    },
  }) as Facts;

const look = (changes: Partial<MaskedLook> = {}): MaskedLook => ({
  kind: 'read',
  facts: facts('LAMBERT Zoé'),
  places: new Map(),
  named: [],
  container: document.body,
  address: '/a',
  ...changes,
});

test('before anything is read, and on a screen that is not, the whole page is masked', () => {
  const mask = masking(() => true);
  expect(mask.view()).toEqual({ covers: [], curtain: { masked: 'loading' }, masked: 'loading' });
  for (const kind of ['unreadable', 'elsewhere'] as const) {
    mask.look(look({ kind }));
    expect(mask.view()).toEqual({ covers: [], curtain: { masked: 'page' }, masked: 'page' });
  }
  mask.look(look());
  expect(mask.view()).toEqual({ covers: [], masked: 'names' });
});

test('who asks for it sees the page that is not read, and the next one is masked again', () => {
  const mask = masking(() => true);
  mask.look(look({ kind: 'unreadable' }));
  mask.reveal();
  expect(mask.view().masked).toBe('shown');
  mask.look(look({ kind: 'unreadable' }));
  expect(mask.view().masked).toBe('shown');
  mask.look(look({ kind: 'unreadable', address: '/b' }));
  expect(mask.view().masked).toBe('page');
});

test('what is written is covered until it is read', () => {
  laidOut('<p data-box="10 20 300 20">ROUX Inès</p>');
  const mask = masking(() => true);
  mask.look(look());
  const brought = [{ type: 'childList', target: document.body, addedNodes: document.body.childNodes }];
  expect(mask.changed(brought as unknown as MutationRecord[])).toBe(true);
  expect(mask.view().covers).toEqual([{ left: 10, top: 20, width: 300, height: 20 }]);
  mask.look(look());
  expect(mask.view().covers).toEqual([]);
});

test('in a window of the page only what may be a name is covered, and no cover of what stands behind floats over it', () => {
  laidOut(
    '<b data-box="100 100 50 20">LAMBERT Zoé</b><b data-box="600 100 50 20">LAMBERT Zoé</b><section data-box="0 0 1000 800"><div data-box="80 60 400 300"><p>Voulez-vous supprimer LAMBERT Zoé ?</p></div></section>',
  );
  const dialog = document.querySelector('section') as Element;
  const rects = vi.spyOn(Range.prototype, 'getClientRects');
  rects.mockReturnValue([{ top: 200, left: 100, width: 60, height: 20 }] as unknown as DOMRectList);
  const mask = masking(() => true);
  mask.look(look());
  expect(mask.view(dialog)).toEqual({
    covers: [
      { left: 598, top: 98, width: 54, height: 24 },
      { left: 100, top: 200, width: 60, height: 20 },
    ],
    masked: 'dialog',
  });
  expect(mask.view().masked).toBe('names');
  rects.mockRestore();
});

test('a known name is covered in any text, whatever the order of its words; so is what names people unread', () => {
  laidOut(
    '<p data-box="0 0 90 20">Enfant : Zoé Lambert (CM2)</p><p data-box="0 40 90 20">Zoé Martin</p><ul data-box="0 80 90 20"><li>X</li></ul>',
  );
  const mask = masking(() => true);
  mask.look(look({ named: [...document.querySelectorAll('ul')] }));
  expect(
    mask
      .view()
      .covers.map(({ top }) => top)
      .sort((a, b) => a - b),
  ).toEqual([-2, 78]);
});

test('the name of a group is left in sight, those of its members are not', () => {
  laidOut('<h2 data-box="0 0 90 20">Chorale du soir</h2><p data-box="0 40 90 20">LAMBERT Zoé</p>');
  const at = onPage('Chorale du soir', 'edifice/manual-groups');
  const items = [{ at, group: 'Chorale du soir', members: [{ name: 'LAMBERT Zoé' }] }];
  const places = new Map([
    ['edifice/manual-groups', new Map([['Chorale du soir', document.querySelector('h2') as Element]])],
  ]);
  const mask = masking(() => true);
  mask.look(look({ facts: { memberships: { items, complete: true } }, places: places as never }));
  expect(mask.view().covers.map(({ top }) => top)).toEqual([38]);
});

test('nothing is masked when nobody asked for it', () => {
  expect(masking(() => false).view(document.body)).toEqual({ covers: [] });
});

const curtain = () => document.querySelector('vigie-ent-curtain');

test('the page is masked before its overlay has come, and shown as it takes over, even when it is first', async () => {
  await raiseCurtain();
  expect(curtain()).toBeNull();
  lowerCurtain();
  await switchDemonstration(true);
  await raiseCurtain();
  expect(curtain()).not.toBeNull();
  lowerCurtain();
  expect(curtain()).toBeNull();
  const raising = raiseCurtain();
  lowerCurtain();
  await raising;
  expect(curtain()).toBeNull();
});
