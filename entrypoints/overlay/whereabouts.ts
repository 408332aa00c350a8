import { type LiveState, lastDone, type WhereView } from '@/components/overlay/view';
import type { School } from '@/utils/core/context';
import type { RecalledSchool } from '@/utils/messages';
import type { MakeCompanion } from './companion';

/** What the background told of a school beside its name. */
export type About = Pick<RecalledSchool, 'phase' | 'several' | 'lastLive' | 'lastRead'>;

const ROLES = { local: 'administrateur local', central: 'administrateur central' } as const;

/**
 * « Où suis-je »: which school all that is shown is about. Looked up again at each drawing, since the screen may have
 * moved on to another school a moment before it can be read. `elsewhere`: it may be known from another screen.
 */
export function whereabouts(told: ReadonlyMap<string, About>, elsewhere = false): MakeCompanion {
  let first: string | undefined;
  let moved = false;
  return (ent, document, { live }) => ({
    view({ school }): { where?: WhereView } {
      const onScreen = ent.school(document, new URL(location.href));
      if (!school && onScreen?.lagging) {
        moved = true;
        return {
          where: {
            id: onScreen.id,
            name: 'Établissement pas encore identifié',
            ...(onScreen.uai !== undefined && { uai: onScreen.uai }),
            ent: ent.name,
            nameless: true,
            stale: true,
            chip: true,
          },
        };
      }
      if (!school) return {};
      first ??= school.id;
      moved ||= first !== school.id;
      const about = told.get(school.id);
      const { phase, several } = about ?? {};
      const state = live.state(school.id);
      const role = live.reading(school.id)?.role;
      // Where a screen may name no school, one that doesn't is still about the same.
      const isOther = (now: School | undefined) => (now ? now.id !== school.id : !elsewhere);
      const other = live.running();
      return {
        where: {
          id: school.id,
          name: school.name,
          ...(school.uai !== undefined && { uai: school.uai }),
          ent: ent.name,
          ...(role && { role: ROLES[role] }),
          ...(phase !== undefined && { phase }),
          ...ageOf(state, about),
          ...(other && other.id !== school.id && { reading: other.name }),
          stale: isOther(onScreen),
          chip: moved || several === true,
        },
      };
    },
  });
}

/** An earlier visit counts too: who comes back to a school wants to know how old what is known of it is. */
function ageOf(state: LiveState, about: About | undefined): Pick<WhereView, 'readAt' | 'unread'> {
  const done = lastDone(state);
  if (done) return { readAt: done.at };
  const last = state.kind === 'unavailable' ? about?.lastRead : about?.lastLive;
  if (last !== undefined) return { readAt: new Date(last) };
  // Until the background has answered, nobody knows.
  return state.kind === 'unavailable' || !about ? {} : { unread: true };
}
