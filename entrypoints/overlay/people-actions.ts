import { lastDone, type OverlayActions, type OverlayView } from '@/components/overlay/view';
import type { School } from '@/utils/core/context';
import type { PersonRow, Said } from '@/utils/core/person';
import type { Ent } from '@/utils/ents/page';
import { send } from '@/utils/messages';
import type { Judgement } from './judge-screen';
import type { LiveReadings } from './live-readings';
import { openInPlace } from './open-in-place';
import { peopleMemory } from './people';
import type { PeopleScript } from './people-script';

interface PeopleActionsOptions {
  /** The judgement that is drawn now. */
  seen(): Judgement;
  live: Pick<LiveReadings, 'treated'>;
  changed(): void;
  failed(error: unknown): void;
  notify(words: string): void;
}

/** What the overlay does with people: goes through them, remembers decisions, has their table drawn. */
export interface PeopleActions {
  said(schoolId: string | undefined): ReadonlyMap<string, Said>;
  saidAt(schoolId: string | undefined): ReadonlyMap<string, string>;
  /** What the panel shows of them, once the school was read. */
  view(): Pick<OverlayView, 'people'>;
  recall(): void;
  actions: Pick<OverlayActions, 'next' | 'widen' | 'pass' | 'restart' | 'say' | 'drawPeople'>;
}

export function peopleActions(
  ent: Ent,
  { seen, live, changed, failed, notify }: PeopleActionsOptions,
): PeopleActions {
  const memory = peopleMemory({
    seen: (school) => ({ ...school, ent: ent.id, host: location.host }),
    changed,
    failed,
  });
  const withSchool = (work: (school: School, rows: Judgement['verdicts']['people']) => void) => {
    const { school, verdicts } = seen();
    if (school) work(school, verdicts.people);
  };
  let asked = false;
  /** The addresses that the table's filter keeps, while one stands. */
  let within: ReadonlySet<string> | undefined;
  let widened = 0;
  const walked = (rows: readonly PersonRow[]) =>
    within ? rows.filter(({ link }) => within?.has(link)) : rows;
  const walkOnly = (rows: readonly PersonRow[] | undefined) => {
    if (!rows && !within) return;
    within = rows && new Set(rows.map(({ link }) => link));
    // The table is being drawn: what is around it is drawn once it stands.
    queueMicrotask(changed);
  };
  const exported = (what: string) =>
    withSchool((school) => {
      const on = { ...school, ent: ent.id, host: location.host };
      const act = { kind: 'exported' as const, what };
      send('journal/write', { school: on, at: new Date().toISOString(), act }).catch(failed);
    });
  /** The table's own address of the person whose screen is open. The page's comes first: it is never late on a quick click. */
  const openLink = () => {
    const { verdicts, view } = seen();
    const here = location.pathname;
    return verdicts.people.some(({ link }) => link === here) ? here : view.person?.own;
  };
  const actions: PeopleActions['actions'] = {
    next: () =>
      withSchool((school, rows) => {
        const row = memory.next(school.id, walked(rows), openLink());
        if (row) openInPlace(row.link);
      }),
    widen() {
      widened++;
      changed();
    },
    pass(link) {
      actions.say(link, 'seen');
      actions.next();
    },
    restart: () =>
      withSchool((school, rows) => {
        const said = memory.said(school.id);
        const looked = rows.map(({ link }) => link).filter((link) => said.get(link) === 'seen');
        memory.say(school, looked, null);
      }),
    say: (link, said) => withSchool((school) => memory.say(school, [link], said)),
    drawPeople(container, people) {
      const { school } = seen();
      (globalThis as PeopleScript).vigiePeople?.(
        container,
        people && school && { people, school, actions: { open: openInPlace, walkOnly, notify, exported } },
      );
    },
  };
  return {
    said: memory.said,
    saidAt: memory.saidAt,
    view() {
      const { school, verdicts, view } = seen();
      return school && lastDone(view.live) && verdicts.people.length > 0
        ? {
            people: {
              ...memory.view(school.id, verdicts.people, openLink()),
              widened,
              ...(within && { leftOfFilter: memory.left(school.id, walked(verdicts.people)) }),
            },
          }
        : {};
    },
    recall() {
      const { school, view, open } = seen();
      if (!lastDone(view.live)) {
        const link = open?.at.in === 'page' ? open.at.link : undefined;
        if (school && link) memory.recallOne(school, link);
        return;
      }
      withSchool((school, rows) => {
        memory.settle(school, rows, live.treated(school.id));
        if (rows.length === 0) return;
        memory.recall(school, rows);
        if (asked) return;
        asked = true;
        send('overlay/part', 'people').then(changed).catch(failed);
      });
    },
    actions,
  };
}
