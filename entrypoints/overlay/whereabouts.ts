import type { WhereView } from '@/components/overlay/view';
import type { RecalledSchool } from '@/utils/messages';
import type { MakeCompanion } from './companion';

/** What the background told of a school beside its name. */
export type About = Pick<RecalledSchool, 'phase' | 'several'>;

const ROLES = { local: 'administrateur local', central: 'administrateur central' } as const;

/**
 * « Où suis-je »: which school all that is shown is about. Looked up again at each drawing, since the screen may have
 * moved on to another school a moment before it can be read.
 */
export function whereabouts(told: ReadonlyMap<string, About>): MakeCompanion {
  let first: string | undefined;
  let moved = false;
  return (ent, document, { live }) => ({
    view({ school }): { where?: WhereView } {
      if (!school) return {};
      first ??= school.id;
      moved ||= first !== school.id;
      const { phase, several } = told.get(school.id) ?? {};
      const state = live.state(school.id);
      const role = live.reading(school.id)?.role;
      const other = live.running();
      return {
        where: {
          id: school.id,
          name: school.name,
          ...(school.uai !== undefined && { uai: school.uai }),
          ent: ent.name,
          ...(role && { role: ROLES[role] }),
          ...(phase !== undefined && { phase }),
          ...(state.kind === 'done' && { readAt: state.at }),
          ...(other && other.id !== school.id && { reading: other.name }),
          stale: ent.school(document, new URL(location.href))?.id !== school.id,
          chip: moved || several === true,
        },
      };
    },
  });
}
