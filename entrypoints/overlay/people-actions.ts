import type { OverlayActions, OverlayView } from '@/components/overlay/view';
import { isoDate, type School } from '@/utils/core/context';
import type { Said } from '@/utils/core/person';
import type { Ent } from '@/utils/ents/page';
import { csvFile } from '@/utils/report/csv';
import { peopleSheet, printablePage } from '@/utils/report/people-sheet';
import { download, openToPrint } from './hand-over';
import type { Judgement } from './judge-screen';
import { openInPlace } from './open-in-place';
import { peopleMemory } from './people';

interface PeopleActionsOptions {
  /** The judgement that is drawn now. */
  seen(): Judgement;
  changed(): void;
  failed(error: unknown): void;
  notify(words: string): void;
}

/** What the overlay does with people: goes through them, remembers decisions, hands the table over. */
export interface PeopleActions {
  said(schoolId: string | undefined): ReadonlyMap<string, Said>;
  /** What the panel shows of them, once the school was read. */
  view(): Pick<OverlayView, 'people'>;
  recall(): void;
  actions: Pick<OverlayActions, 'next' | 'restart' | 'say' | 'exportPeople'>;
}

export function peopleActions(
  ent: Ent,
  { seen, changed, failed, notify }: PeopleActionsOptions,
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
  return {
    said: memory.said,
    view() {
      const { school, verdicts, view } = seen();
      return school && view.live.kind === 'done' && verdicts.people.length > 0
        ? { people: memory.view(school.id, verdicts.people) }
        : {};
    },
    recall() {
      if (seen().view.live.kind === 'done') withSchool(memory.recall);
    },
    actions: {
      next: () =>
        withSchool((school, rows) => {
          const row = memory.next(school.id, rows);
          if (!row) return;
          memory.say(school, [row.link], 'seen');
          openInPlace(row.link);
        }),
      restart: () =>
        withSchool((school, rows) => {
          const said = memory.said(school.id);
          const looked = rows.map(({ link }) => link).filter((link) => said.get(link) === 'seen');
          memory.say(school, looked, null);
        }),
      say: (link, said) => withSchool((school) => memory.say(school, [link], said)),
      exportPeople: (kind, named, rows) =>
        withSchool((school) => {
          const sheet = peopleSheet(rows, memory.said(school.id), named);
          const today = isoDate(new Date());
          const title = `${school.name}, personnes, ${today}`;
          if (kind === 'csv')
            download(`vigie-personnes-${school.uai ?? school.id}-${today}.csv`, csvFile(sheet));
          else if (!openToPrint(printablePage(title, sheet))) notify(POPUP_REFUSED);
        }),
    },
  };
}

const POPUP_REFUSED =
  'Le navigateur a refusé d’ouvrir la page à imprimer : autorisez les fenêtres de ce site, puis recommencez.';
