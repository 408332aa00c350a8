// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { VocabularyView } from '@/components/workshop/pages/view';
import { Vocabulary } from '@/components/workshop/pages/vocabulary';
import { vocabularyView } from '@/entrypoints/workshop/pages/vocabulary-view';
import { axeFaults } from '../../helpers/axe';
import { typographyFaults } from '../../helpers/typography';

const HOST = 'college-demo.ent.auvergnerhonealpes.fr';
const SCHOOLS = [
  {
    key: 'k',
    ent: 'skolengo',
    host: HOST,
    id: HOST,
    name: 'Collège Marguerite-Vidal',
    lastSeen: '2026-11-23T10:00:00Z',
  },
  {
    key: 'e',
    ent: 'edifice',
    host: 'enthdf.fr',
    id: 'b7c1',
    name: 'École des Papillons',
    lastSeen: '2026-11-23T10:00:00Z',
  },
] as const;
const WORD = { host: HOST, term: 'lifetime', label: 'Échéance' } as const;
const DRAFT = { host: '', term: '', label: '' };

let root: HTMLElement;
beforeEach(() => {
  root = document.body.appendChild(document.createElement('main'));
});
afterEach(() => {
  render(null, root);
  root.remove();
});

function draw(view: VocabularyView) {
  const acts = { set: vi.fn(), add: vi.fn(), forget: vi.fn() };
  act(() => render(<Vocabulary view={view} acts={acts} />, root));
  return acts;
}

const STATES: Record<string, VocabularyView> = {
  empty: vocabularyView(DRAFT, [], []),
  'a thing chosen': vocabularyView({ ...DRAFT, host: HOST, term: 'groupName' }, [], SCHOOLS),
  'a word added': vocabularyView(DRAFT, [WORD], SCHOOLS),
  refused: {
    ...vocabularyView({ ...DRAFT, term: 'lifetime' }, [WORD], SCHOOLS),
    refusal: 'Tapez le mot tel que l’écran le montre.',
  },
  'storage refused': {
    ...vocabularyView(DRAFT, [], []),
    problem: { says: 'Rien n’est gardé.', advice: 'Réessayez.' },
  },
};

describe('the words of the screens', () => {
  test.each(Object.entries(STATES))('%s: accessible, in good French', async (_name, view) => {
    draw(view);
    expect(await axeFaults(root)).toEqual([]);
    for (const part of root.querySelectorAll('p:not(.field), label, option, caption, h2, th'))
      expect(typographyFaults(part.textContent ?? '')).toEqual([]);
  });

  test('only the schools of the family are offered, then its portals', () => {
    const { hosts } = vocabularyView(DRAFT, [], SCHOOLS);
    expect(hosts[0]).toEqual({ host: HOST, label: `Collège Marguerite-Vidal (${HOST})` });
    expect(hosts.some(({ host }) => host === 'enthdf.fr')).toBe(false);
    expect(hosts.map(({ host }) => host)).toContain('ent.auvergnerhonealpes.fr');
  });

  test('what is only supposed is told from what a guide says', () => {
    draw(STATES['a thing chosen'] ?? (STATES.empty as VocabularyView));
    expect(root.textContent).toMatch(/«\sNom\s».*\(supposés\)/);
    expect(root.textContent).not.toContain('lus dans un guide');
  });

  test('a word is added by the form and taken back by its own button', () => {
    const acts = draw(STATES['a word added'] as VocabularyView);
    const [button] = [...root.querySelectorAll<HTMLButtonElement>('td button')];
    button?.click();
    expect(acts.forget).toHaveBeenCalledWith(`${HOST}|lifetime|Échéance`);
    root.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    expect(acts.add).toHaveBeenCalled();
  });

  test('the keyboard goes from a word taken back to the next one, then to the form', () => {
    const words = ['Échéance', 'Validité', 'Terme'].map((label) => ({ ...WORD, label }));
    const left = (...labels: string[]) =>
      draw(
        vocabularyView(
          DRAFT,
          words.filter(({ label }) => labels.includes(label)),
          SCHOOLS,
        ),
      );
    left('Échéance', 'Validité', 'Terme');
    root.querySelector<HTMLElement>('td button')?.focus();
    left('Validité', 'Terme');
    expect(document.activeElement?.textContent).toMatch(/^Retirer.*Validité/);
    [...root.querySelectorAll<HTMLElement>('td button')].at(-1)?.focus();
    left('Validité');
    expect(document.activeElement?.textContent).toMatch(/^Retirer.*Validité/);
    left();
    expect(document.activeElement).toBe(root.querySelector('select'));
    left('Terme');
    expect(document.activeElement).toBe(root.querySelector('select'));
  });
});
