// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { judgeScreen, type Memory } from '@/entrypoints/overlay/judge-screen';
import type { School } from '@/utils/core/context';
import { edifice } from '@/utils/ents/edifice/edifice';

let page: Document;
beforeEach(() => {
  page = document.implementation.createHTMLDocument();
  page.body.innerHTML =
    '<ode-admin-app><ode-navbar><div class="navbar--title"><h1></h1></div></ode-navbar></ode-admin-app>';
});

/** One look at the console: the identifier of the address, the name in the title bar, and what is known. */
function look(id: string, name: string, known: readonly School[] = [], lived?: School) {
  const title = page.querySelector('h1');
  if (title) title.textContent = name;
  const memory = {
    rules: [],
    isOff: () => false,
    live: {
      reading: (of: string) => (lived?.id === of ? { school: lived } : undefined),
      state: () => ({ kind: 'idle' }),
      facts: () => ({}),
    },
    known: new Map(known.map((one) => [one.id, one])),
    milestones: new Map(),
    recall: { audit: () => [], verdicts: () => ({ shared: new Set(), apart: new Map(), byRow: new Map() }) },
    companions: {
      facts: () => ({}),
      derived: (facts: object) => facts,
      judged: (_: unknown, judged: object) => judged,
      places: (_: unknown, places: unknown) => places,
    },
    deleted: { look: () => undefined },
    said: () => new Map(),
    saidAt: () => new Map(),
  } as unknown as Memory;
  const { school, nameless } = judgeScreen(edifice, page, new URL(`https://enthdf.fr/admin/${id}/x`), memory);
  return { school, nameless };
}

const [A, B] = ['École des Papillons', 'École du Centre'];

test('the name of the school before is not that of the next one: it has none until the title bar follows', () => {
  expect(look('a', A).school).toEqual({ id: 'a', name: A });
  expect(look('b', A)).toEqual({ school: undefined, nameless: { id: 'b', name: '', lagging: true } });
  expect(look('b', B).school).toEqual({ id: 'b', name: B });
});

test('an earlier visit tells the name, and the screen then nothing that may be filed', () => {
  look('a', A);
  const known = { id: 'b', name: B, uai: '0590001B' };
  expect(look('b', A, [known]).school).toEqual({ ...known, lagging: true });
  expect(look('b', B, [known]).school).toEqual(known);
});

test('a true namesake is believed once an earlier visit or the console’s own record says so', () => {
  look('a', A);
  const namesake = { id: 'b', name: A, uai: '0590001B' };
  expect(look('b', A).school).toBeUndefined();
  expect(look('b', A, [], { ...namesake, lagging: true }).school).toBeUndefined();
  expect(look('b', A, [], namesake).school).toEqual(namesake);
  expect(look('b', A, [namesake]).school).toEqual(namesake);
});

test('gone and back again: the first school still has its name', () => {
  look('a', A);
  look('b', A);
  expect(look('a', A).school).toEqual({ id: 'a', name: A });
});
