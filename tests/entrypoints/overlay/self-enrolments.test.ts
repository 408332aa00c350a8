// @vitest-environment happy-dom

import { beforeEach, expect, test, vi } from 'vitest';
import { companionsOf, type Sight } from '@/entrypoints/overlay/companion';
import { NO_READINGS } from '@/entrypoints/overlay/no-readings';
import { selfEnrolments } from '@/entrypoints/overlay/self-enrolments';
import type { EnrolmentSaid, KeptEnrolment } from '@/utils/enrolment-messages';
import { edifice } from '@/utils/ents/edifice/edifice';
import { itslearning } from '@/utils/ents/itslearning/itslearning';

const sent = vi.hoisted(() => vi.fn());
vi.mock('@/utils/messages', async (original) => ({
  ...(await original<typeof import('@/utils/messages')>()),
  send: sent,
}));

const SCHOOL = { id: 'x', name: 'Collège' };
const SIGHT: Sight = { shown: {}, school: SCHOOL, page: 'itslearning/courses', title: '' };
const TECHNO = { course: 'TECHNO - 4 B', organisation: 'COLLEGE FICTIF' };
let kept: KeptEnrolment[] = [];

beforeEach(() => {
  kept = [];
  sent.mockReset().mockImplementation(async (name: string, carries: EnrolmentSaid) => {
    if (name === 'enrolment/recall') return kept;
    kept = carries.what === 'enrol' ? carries.courses.map((one) => ({ ...one, since: carries.at })) : [];
    return kept;
  });
  document.body.innerHTML = `<table><tr><th>Intitulé</th><th>Organisation</th><th>Participants</th><th></th></tr>
    <tr><td>${TECHNO.course}</td><td>${TECHNO.organisation}</td><td>27</td><td><a href="#">Inscription</a> <button>Désinscription</button></td></tr></table>`;
});

function begin(ent = itslearning) {
  const told = {
    changed: vi.fn(),
    failed: vi.fn(),
    school: () => SCHOOL,
    live: NO_READINGS,
    rules: () => [],
  };
  const own = companionsOf([selfEnrolments(ent, document, told)]);
  /** A click on the element, as the window sees it before the page does. */
  const click = (selector: string, held = false) => {
    const listen = (event: Event) => {
      if (held) event.preventDefault();
      own.clicked(event);
    };
    window.addEventListener('click', listen, { capture: true });
    document.querySelector<HTMLElement>(selector)?.click();
    window.removeEventListener('click', listen, { capture: true });
  };
  return { told, own, click };
}

test('noticed on « Inscription », kept for the screens to come, forgotten on « Désinscription »', async () => {
  const { told, own, click } = begin();
  click('td');
  click('a', true);
  expect(sent).not.toHaveBeenCalledWith('enrolment/said', expect.anything());
  click('a');
  await vi.waitFor(() => expect(told.changed).toHaveBeenCalledOnce());
  expect(own.facts(SIGHT).selfEnrolments?.items).toMatchObject([{ course: 'TECHNO - 4 B' }]);
  expect(own.facts(SIGHT).selfEnrolments).toBe(own.facts(SIGHT).selfEnrolments);
  expect(sent).toHaveBeenCalledWith(
    'enrolment/said',
    expect.objectContaining({ what: 'enrol', courses: [TECHNO], school: expect.objectContaining(SCHOOL) }),
  );
  const later = begin();
  await vi.waitFor(() => expect(later.told.changed).toHaveBeenCalledOnce());
  later.click('button');
  await vi.waitFor(() => expect(later.own.facts(SIGHT)).toEqual({}));
  expect(later.own.view(SIGHT).pending?.size).toBe(0);
});

test('the person says that it is done, without a click of ours in the page', async () => {
  const { own, click } = begin();
  click('a');
  const clicked = vi.fn();
  await vi.waitFor(() => expect(own.view(SIGHT).pending?.size).toBe(1));
  document.body.addEventListener('click', clicked, { once: true });
  const place = own.facts(SIGHT).selfEnrolments?.items[0]?.at;
  if (place) own.settle(place);
  await vi.waitFor(() => expect(own.view(SIGHT).pending?.size).toBe(0));
  expect(clicked).not.toHaveBeenCalled();
});

test('a memory that refuses is said, and a family without such a list asks nothing', async () => {
  sent.mockRejectedValue(new Error('Libérez de l’espace.'));
  const { told, click } = begin();
  click('a');
  await vi.waitFor(() => expect(told.failed).toHaveBeenCalledTimes(2));
  sent.mockClear();
  begin(edifice).click('a');
  expect(sent).not.toHaveBeenCalled();
});
