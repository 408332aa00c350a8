// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { selfEnrolments } from '@/entrypoints/overlay/self-enrolments';
import { edifice } from '@/utils/ents/edifice/edifice';
import { itslearning } from '@/utils/ents/itslearning/itslearning';
import type { EnrolmentSaid, KeptEnrolment } from '@/utils/messages';

const sent = vi.hoisted(() => vi.fn());
vi.mock('@/utils/messages', async (original) => ({
  ...(await original<typeof import('@/utils/messages')>()),
  send: sent,
}));

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
  const told = { changed: vi.fn(), failed: vi.fn() };
  return { told, own: selfEnrolments(ent, document, told) };
}
const at = (selector: string) => document.querySelector(selector) ?? undefined;

test('noticed on « Inscription », kept for the screens to come, forgotten on « Désinscription »', async () => {
  const { told, own } = begin();
  own.clicked(at('td'), undefined);
  expect(own.facts()).toEqual({});
  own.clicked(at('a'), { ent: 'itslearning', host: location.host, id: 'x', name: 'Collège' });
  await vi.waitFor(() => expect(told.changed).toHaveBeenCalledOnce());
  expect(own.facts().selfEnrolments?.items).toMatchObject([{ course: 'TECHNO - 4 B' }]);
  expect(own.facts()).toBe(own.facts());
  expect(sent).toHaveBeenCalledWith(
    'enrolment/said',
    expect.objectContaining({ what: 'enrol', courses: [TECHNO], school: expect.anything() }),
  );
  const later = begin();
  await vi.waitFor(() => expect(later.told.changed).toHaveBeenCalledOnce());
  later.own.clicked(at('button'), undefined);
  await vi.waitFor(() => expect(later.own.facts()).toEqual({}));
  expect(later.own.pending().size).toBe(0);
});

test('the person says that it is done, without a click of ours in the page', async () => {
  const { own } = begin();
  const link = at('a') as HTMLElement;
  const clicked = vi.fn();
  link.addEventListener('click', clicked);
  own.clicked(link, undefined);
  await vi.waitFor(() => expect(own.pending().size).toBe(1));
  const place = own.facts().selfEnrolments?.items[0]?.at;
  if (place) own.settle(place);
  await vi.waitFor(() => expect(own.pending().size).toBe(0));
  expect(clicked).not.toHaveBeenCalled();
});

test('a memory that refuses is said, and a family without such a list asks nothing', async () => {
  sent.mockRejectedValue(new Error('Libérez de l’espace.'));
  const { told, own } = begin();
  own.clicked(at('a'), undefined);
  await vi.waitFor(() => expect(told.failed).toHaveBeenCalledTimes(2));
  sent.mockClear();
  begin(edifice).own.clicked(at('a'), undefined);
  expect(sent).not.toHaveBeenCalled();
});
