import type { ExchangeView } from '@/components/workshop/schools/view';

/** What came of an import, in words. */
export type Said = NonNullable<ExchangeView['says']>;

/** What the worker of the exchanges answers: ten thousand fiches would hold the page up while they are checked. */
export interface ExchangeRequests {
  import: { carries: { given: readonly File[] }; gives: Said };
  /** A `Blob`, whose text doesn't cross. */
  export: { carries: { transition: number; at: string }; gives: { name: string; blob: Blob } };
}

/** A request on the wire. */
export type ExchangeRequest = {
  [N in keyof ExchangeRequests]: { id: number; name: N; carries: ExchangeRequests[N]['carries'] };
}[keyof ExchangeRequests];
