import type { Page } from '@/utils/ents/page';

/** How the script of learnt pages and the overlay meet: both run in the extension's own world of the same frame. */
export interface LearnedScript {
  /** The pages taught on this host; without them when they cannot be had. */
  vigieLearned?: Promise<readonly Page[]>;
}
