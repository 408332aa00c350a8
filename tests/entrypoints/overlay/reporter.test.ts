import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import type { Judgement } from '@/entrypoints/overlay/judge-screen';
import { reporter } from '@/entrypoints/overlay/reporter';
import type { RuleResult } from '@/utils/core/audit';
import type { Facts } from '@/utils/core/facts';
import { edifice } from '@/utils/ents/edifice/edifice';

const sent: string[] = [];
const carried = new Map<string, unknown>();
vi.mock('@/utils/messages', () => ({
  send: (name: string, carries: unknown) => {
    sent.push(name);
    carried.set(name, carries);
    return Promise.resolve({});
  },
}));
beforeEach(() => {
  sent.length = 0;
  const port = { onDisconnect: { addListener: () => undefined } };
  vi.spyOn(browser.runtime, 'connect').mockReturnValue(port as never);
});

const SILENT = { problem: () => undefined, known: () => undefined, recorded: () => undefined };

/** A look at a screen that shows these facts, where one rule has something to say. */
function lookAt(page: 'edifice/manual-groups' | 'edifice/import-wizard', shown: Facts): Judgement {
  const results: RuleResult[] = [
    { rule: 'untimely-transition', outcome: 'violation', flags: [], complete: true },
  ];
  return {
    school: { id: 'b7c1', name: 'École des Papillons' },
    pages: [{ id: page, title: 'Écran' }],
    whyUnread: new Map(),
    sight: { shown },
    judgeAlone: () => results,
    view: { screen: { kind: 'read', title: 'Écran' }, findings: [], live: { kind: 'idle' } },
  } as unknown as Judgement;
}

test('what a list shows is filed, the boxes of an import are not: left ticked, they would stay on the board', () => {
  const { screen } = reporter(edifice, 'enthdf.fr', SILENT);
  screen(lookAt('edifice/manual-groups', { manualGroups: { items: [], complete: true } }));
  expect(sent).toContain('reading/record');

  sent.length = 0;
  const at = { in: 'page', page: 'edifice/import-wizard', key: '' } as const;
  const boxes = { at, predelete: false, transition: true, automatic: true };
  screen(lookAt('edifice/import-wizard', { importWizard: { items: [boxes], complete: true } }));
  expect(sent).toContain('tab/state');
  expect(sent).not.toContain('reading/record');
});

test('nothing is filed under a name that may be another school’s: what is known of the school is only asked', () => {
  const { screen, finished } = reporter(edifice, 'enthdf.fr', SILENT);
  const { school: _, ...look } = lookAt('edifice/manual-groups', {
    manualGroups: { items: [], complete: true },
  });
  const nameless = { id: 'c2', name: '', lagging: true as const };
  screen({ ...look, school: undefined, nameless });
  expect(carried.get('school/seen')).toMatchObject(nameless);
  expect(sent).not.toContain('reading/record');
  screen({ ...look, school: { ...nameless, name: 'École du Centre' } });
  finished({ school: nameless, facts: {}, gaps: [] }, look.judgeAlone());
  expect(sent).not.toContain('reading/record');
  screen({ ...look, school: { id: 'c2', name: 'École du Centre' } });
  expect(sent).toContain('reading/record');
});
