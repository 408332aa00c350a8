import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import type { Judgement } from '@/entrypoints/overlay/judge-screen';
import { reporter } from '@/entrypoints/overlay/reporter';
import type { RuleResult } from '@/utils/core/audit';
import type { Facts } from '@/utils/core/facts';
import { edifice } from '@/utils/ents/edifice/edifice';

const sent: string[] = [];
vi.mock('@/utils/messages', () => ({
  send: (name: string) => {
    sent.push(name);
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
