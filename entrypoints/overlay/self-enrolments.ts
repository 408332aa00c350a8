import type { Anchor, Facts } from '@/utils/core/facts';
import { anchorKey } from '@/utils/core/facts';
import type { SelfEnrolment } from '@/utils/core/import-wizard-facts';
import type { Ent } from '@/utils/ents/page';
import { type EnrolmentSaid, type KeptEnrolment, type SeenSchool, send } from '@/utils/messages';

/** The courses that the person entered to check them: noticed as they click, kept until they are left. */
export interface SelfEnrolments {
  facts(): Facts;
  /** Places that the person may say are done with. */
  pending(): ReadonlySet<string>;
  /** A click went through to the page. */
  clicked(target: EventTarget | undefined, school: SeenSchool | undefined): void;
  /** The person says that they left the course of this place. */
  settle(at: Anchor): void;
}

interface Told {
  changed(): void;
  failed(error: unknown): void;
}

/** Follows the list of courses of a family that has one; does nothing on the others. */
export function selfEnrolments(ent: Ent, document: Document, told: Told): SelfEnrolments {
  let kept: readonly KeptEnrolment[] = [];
  let facts: Facts = {};
  const { host } = document.location;
  const know = (next: readonly KeptEnrolment[]) => {
    kept = next;
    const items = kept.map(factOf);
    facts = items.length > 0 ? { selfEnrolments: { items, complete: true } } : {};
    told.changed();
  };
  const say = (said: Pick<EnrolmentSaid, 'courses' | 'what' | 'school'>) =>
    void send('enrolment/said', { ...said, host, at: new Date().toISOString() }).then(know, told.failed);
  if (ent.enrolmentAt)
    send('enrolment/recall', { host }).then((next) => next.length > 0 && know(next), told.failed);
  return {
    // The same object as long as nothing changes: rules are only asked again for new lists.
    facts: () => facts,
    pending: () => new Set(kept.map((one) => anchorKey(factOf(one).at))),
    clicked(target, school) {
      const said = target instanceof Element && ent.enrolmentAt?.(target, document);
      if (said) say({ ...said, ...(school && { school }) });
    },
    settle(at) {
      const courses = kept.filter((one) => anchorKey(factOf(one).at) === anchorKey(at));
      if (courses.length > 0) say({ what: 'leave', courses });
    },
  };
}

function factOf({ course, organisation, since }: KeptEnrolment): SelfEnrolment {
  const key = `${course}|${organisation}|enrolment`;
  return { at: { in: 'page', page: 'itslearning/courses', key }, course, since };
}
