import type { Facts } from '@/utils/core/facts';
import { anchorKey } from '@/utils/core/facts';
import type { SelfEnrolment } from '@/utils/core/import-wizard-facts';
import type { EnrolmentSaid, KeptEnrolment } from '@/utils/enrolment-messages';
import type { Ent } from '@/utils/ents/page';
import { send } from '@/utils/messages';
import type { Companion, Told } from './companion';

/**
 * The courses that the person entered to check them: noticed as they click in the list of courses, kept until they are
 * left.
 */
export function selfEnrolments(ent: Ent, document: Document, told: Told): Companion {
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
    facts: ({ page }) => (page ? facts : {}),
    view: () => ({ pending: new Set(kept.map((one) => anchorKey(factOf(one).at))) }),
    clicked(event) {
      const [target] = event.composedPath();
      const said =
        target instanceof Element && !event.defaultPrevented && ent.enrolmentAt?.(target, document);
      const school = told.school();
      if (said) say({ ...said, ...(school && { school: { ...school, ent: ent.id, host } }) });
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
