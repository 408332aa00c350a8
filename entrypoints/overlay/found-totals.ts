import { send } from '@/utils/messages';
import { accountDays } from './account-days';
import type { MakeCompanion } from './companion';

/** Compares what the platform shows of its imports with what the control of their files announced. */
export const foundTotals: MakeCompanion = ({ id: ent }, _document, told) => {
  let asked: string | undefined;
  let lines: readonly string[] = [];
  return {
    look({ shown, school }) {
      if (!school) return;
      const synchronisations = shown.synchronisations?.items ?? [];
      const state = told.live.state(school.id);
      const readAt = state.kind === 'done' ? state.at.toISOString() : undefined;
      const about = JSON.stringify([school.id, synchronisations, readAt]);
      if (about === asked) return;
      asked = about;
      lines = [];
      const profiles = readAt === undefined ? [] : accountDays(told.live.reading(school.id)?.facts ?? {});
      if (synchronisations.length === 0 && profiles.length === 0) return;
      const reported = {
        host: location.host,
        ent,
        school,
        ...(synchronisations.length > 0 && { synchronisations }),
        ...(readAt !== undefined && profiles.length > 0 && { accounts: { readAt, profiles } }),
      };
      send('import/gaps', reported).then((found) => {
        if (about !== asked) return;
        lines = found;
        told.changed();
      }, told.failed);
    },
    view({ shown }) {
      const importing = shown.importForm !== undefined || shown.importWizard !== undefined;
      if (lines.length === 0 || importing) return {};
      return { import: { title: 'Attendu / constaté', lines, problems: [] } };
    },
  };
};
