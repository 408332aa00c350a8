import type { OverlayActions, PeopleView } from '@/components/overlay/view';
import type { School } from '@/utils/core/context';
import type { PersonRow } from '@/utils/core/person';

/** What the script of the table draws from. */
export interface DrawnPeople {
  people: PeopleView;
  school: School;
  actions: Pick<OverlayActions, 'open'> & {
    /** These alone are walked through, as long as a filter of the table stands. */
    walkOnly(rows: readonly PersonRow[] | undefined): void;
    notify(words: string): void;
    /** Says in the journal of the year that something left, and what; never of whom. */
    exported(what: string): void;
  };
}

/** How the two scripts meet: both run in the extension's own world of the same frame, where no page looks. */
export interface PeopleScript {
  /** Draws the table in a container of ours; with nothing to draw, takes it away. */
  vigiePeople?: (container: Element, drawn: DrawnPeople | undefined) => void;
}
