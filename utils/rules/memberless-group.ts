import { defineRule } from '@/utils/core/rule';

export const memberlessGroup = defineRule({
  id: 'memberless-group',
  impact: 'serious',
  title: 'Groupe de l’emploi du temps sans élève',
  why: 'Ses cours seront créés sans participants : les élèves ne les verront pas.',
  remedy:
    'Dans EDT, ouvrez la liste des groupes, rattachez au groupe ses parties de classe et vérifiez que les élèves y sont affectés. Si le groupe ne sert plus, supprimez-le.',
  source: { guide: 'index-education', section: 'Groupes et parties de classe, foire aux questions d’EDT' },
  needs: ['timetableGroups'],
  uses: ['lessons'],
  *check({ timetableGroups, lessons }) {
    const used = lessons && new Set(lessons.items.flatMap(({ groups }) => groups));
    for (const { at, name, linked, strayParts, shares } of timetableGroups.items) {
      const isEmpty = !linked || shares?.length === 0;
      if (!isEmpty && strayParts === 0) continue;
      const inUse = used?.has(name) ?? true;
      const use = inUse ? '' : ' Aucune séance ne lui est rattachée.';
      const what = strayParts > 0 && linked ? STRAY : linked ? NO_PUPIL : NOTHING;
      yield { at, subject: name, says: `${what}${use}`, review: !isEmpty || !inUse };
    }
  },
});

const STRAY = 'Une partie de classe de ce groupe n’appartient à aucune classe du fichier.';
const NO_PUPIL = 'Aucun élève du fichier n’est dans les classes et parties de classe de ce groupe.';
const NOTHING = 'Ce groupe n’est relié à aucune classe, partie de classe ni élève.';
