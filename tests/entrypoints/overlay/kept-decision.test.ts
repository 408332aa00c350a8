// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import type { PersonCardView } from '@/components/overlay/view';
import { holdClicks } from '@/entrypoints/overlay/hold-clicks';
import { keptDecision } from '@/entrypoints/overlay/kept-decision';

const person: PersonCardView = {
  name: 'A B',
  verdict: 'detach',
  reasons: [],
  notes: [],
  own: '/u/1',
  link: '/u/1',
  said: 'kept',
  saidAt: '2026-08-20T10:00:00.000Z',
};
const cross = { action: 'detach-user', key: 'A B|Teacher', link: '/u/1' } as const;

test('la croix rouge de qui l’on a décidé de garder est retenue, avec la décision et sa date', () => {
  expect(keptDecision(cross, person)).toMatchObject({
    subject: 'A B',
    title: 'Vous avez décidé de garder cette personne',
    says: expect.stringContaining('le 20 août 2026'),
    own: true,
  });
  expect(keptDecision({ ...cross, action: 'predelete-user' }, person)).toBeDefined();
});

test('sans décision, passée, une autre personne ou un autre geste : rien n’est retenu', () => {
  const { said: _said, ...undecided } = person;
  expect(keptDecision(cross, undecided)).toBeUndefined();
  expect(keptDecision(cross, { ...person, said: 'seen' })).toBeUndefined();
  expect(keptDecision({ ...cross, link: '/u/2' }, person)).toBeUndefined();
  expect(keptDecision({ ...cross, action: 'delete-group' }, person)).toBeUndefined();
  expect(keptDecision(cross, undefined)).toBeUndefined();
});

test('le clic n’atteint pas la page, puis passe une fois compris', () => {
  const held = vi.fn<(hold: unknown, allow: () => void) => void>();
  const reached = vi.fn();
  const button = document.body.appendChild(document.createElement('button'));
  button.onclick = reached;
  const onClick = holdClicks({
    irreversibleAt: () => cross,
    judge: () => [],
    rules: new Map(),
    decided: (irreversible) => keptDecision(irreversible, person),
    held,
    now: () => 0,
  });
  button.addEventListener('click', onClick, { capture: true });
  button.click();
  expect(reached).not.toHaveBeenCalled();
  held.mock.calls[0]?.[1]();
  button.click();
  expect(reached).toHaveBeenCalledOnce();
  button.remove();
});
