// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { holdClicks, PASS_MS, reasonToHold } from '@/entrypoints/overlay/hold-clicks';
import type { RuleResult } from '@/utils/core/audit';
import type { Anchor } from '@/utils/core/facts';
import type { Flag, RuleTexts } from '@/utils/core/rule';
import type { Irreversible } from '@/utils/ents/page';
import { ALL_RULES } from '@/utils/rules';
import { duplicateAccount } from '@/utils/rules/duplicate-account';
import { homeSchoolTeacher } from '@/utils/rules/home-school-teacher';

const key = 'A B|Teacher';
const link = (id: string) => `/admin/s1/users/list/${id}/details`;
const flagOn = (at: Partial<Anchor & { link: string }>): RuleResult => ({
  rule: homeSchoolTeacher.id,
  outcome: 'review',
  complete: true,
  flags: [
    {
      at: { in: 'page', page: 'edifice/users', key, ...at } as Anchor,
      subject: 'A B',
      says: 's',
      holds: ['detach-user'],
    },
  ],
});

function click(irreversible: Irreversible | undefined, results: readonly RuleResult[]) {
  const held = vi.fn<(hold: unknown, allow: () => void) => void>();
  let now = 0;
  const reached = vi.fn();
  const button = document.createElement('button');
  button.onclick = reached;
  document.body.append(button);
  const listener = holdClicks({
    irreversibleAt: () => irreversible,
    judge: () => results,
    rules: new Map([[homeSchoolTeacher.id, homeSchoolTeacher]]),
    held,
    now: () => now,
  });
  button.addEventListener('click', listener, { capture: true });
  button.click();
  return {
    held,
    reached,
    again: (later = 0) => {
      now += later;
      button.click();
    },
  };
}

test('la personne même est retenue, par son adresse', () => {
  const { held, reached } = click({ action: 'detach-user', key, link: link('u1') }, [
    flagOn({ link: link('u1') }),
  ]);
  expect(held).toHaveBeenCalledOnce();
  expect(reached).not.toHaveBeenCalled();
});

test('deux raisons de retenir sont dites toutes les deux', () => {
  const doubled = { ...flagOn({}), rule: duplicateAccount.id };
  const rules = new Map<string, RuleTexts>([
    [homeSchoolTeacher.id, homeSchoolTeacher],
    [duplicateAccount.id, duplicateAccount],
  ]);
  const [home] = flagOn({}).flags;
  const never: RuleResult = { ...flagOn({}), flags: [{ ...(home as Flag), verdict: 'never-detach' }] };
  const hold = reasonToHold([doubled, never], rules, { action: 'detach-user', key });
  expect(hold?.title).toBe(homeSchoolTeacher.titleOfOne);
  expect(hold?.also).toEqual([{ title: duplicateAccount.titleOfOne, says: 's' }]);
});

test('un homonyme ne l’est pas', () => {
  const { held, reached } = click({ action: 'detach-user', key, link: link('u2') }, [
    flagOn({ link: link('u1') }),
  ]);
  expect(held).not.toHaveBeenCalled();
  expect(reached).toHaveBeenCalledOnce();
});

test('sans identifiant à l’écran, le nom et le profil suffisent à retenir', () => {
  expect(click({ action: 'detach-user', key }, [flagOn({ link: link('u1') })]).held).toHaveBeenCalledOnce();
  expect(click({ action: 'detach-user', key: 'C D|Teacher' }, [flagOn({})]).held).not.toHaveBeenCalled();
});

test('une autre action sur la même personne passe', () => {
  expect(click({ action: 'delete-user', key }, [flagOn({})]).held).not.toHaveBeenCalled();
});

test('une fois averti, un seul clic passe, et pas trop tard', () => {
  const results = [flagOn({ link: link('u1') })];
  const { held, reached, again } = click({ action: 'detach-user', key, link: link('u1') }, results);
  held.mock.calls[0]?.[1]();
  again(PASS_MS);
  expect(reached).toHaveBeenCalledOnce();
  again();
  expect(held).toHaveBeenCalledTimes(2);
  held.mock.calls[1]?.[1]();
  again(PASS_MS + 1);
  expect(reached).toHaveBeenCalledOnce();
});

test('la raison est celle de la personne, quand la règle en dit une', () => {
  const rules = new Map([[homeSchoolTeacher.id, homeSchoolTeacher]]);
  const found = flagOn({});
  const own = { ...found, flags: found.flags.map((flag) => ({ ...flag, why: 'Elle perdrait l’accès.' })) };
  expect(reasonToHold([own], rules, { action: 'detach-user', key })?.why).toBe('Elle perdrait l’accès.');
  expect(reasonToHold([found], rules, { action: 'detach-user', key })?.why).toBe(homeSchoolTeacher.why);
});

test('ce qui est retenu d’une seule personne ne parle jamais de plusieurs', () => {
  const at = { in: 'page', page: 'edifice/users', key } as const;
  const flags: Flag[] = [{ at, subject: 'A B', says: 's', holds: ['detach-user'] }];
  for (const id of OF_PEOPLE) {
    const rules = new Map<string, RuleTexts>(ALL_RULES.map((rule) => [rule.id, rule]));
    const result: RuleResult = { rule: id, outcome: 'review', complete: true, flags };
    const title = reasonToHold([result], rules, { action: 'detach-user', key })?.title;
    expect(title, id).toMatch(/\p{L}/u);
    expect(title, id).not.toMatch(/^(Comptes|Rattachés|Enseignants)|exercent/);
  }
});

/** The rules that hold back what would be done to one account. */
const OF_PEOPLE = [
  'home-school-teacher',
  'duplicate-account',
  'stale-manual-account',
  'pending-deletion',
  'departed-teacher',
  'unplaced-aesh',
];
