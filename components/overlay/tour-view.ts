import type { School } from '@/utils/core/context';
import type { TourState } from '@/utils/core/tour';

/** Where « Contrôler mes écoles » stands. */
export type TourStep =
  | { kind: 'listing' }
  /** The list could not be read: French, what to do. */
  | { kind: 'refused'; why: string }
  | {
      kind: 'choosing';
      schools: readonly School[];
      /** Those that the search leaves. */
      found: readonly School[];
      chosen: ReadonlySet<string>;
      text: string;
    }
  | { kind: 'touring'; tour: TourState };

/** What the person asks of it. */
export interface TourActs {
  /** Reads the list of schools again. */
  list(): void;
  search(text: string): void;
  choose(id: string, chosen: boolean): void;
  /** All those that the search shows, or none of them. */
  chooseAll(chosen: boolean): void;
  /** Starts, or goes on after a pause. */
  run(): void;
  pause(): void;
  retry(): void;
  openBoard(): void;
  close(): void;
}
