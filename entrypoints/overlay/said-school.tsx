import { SchoolChoice } from '@/components/overlay/school-choice';
import type { Facts } from '@/utils/core/facts';
import { send } from '@/utils/messages';
import type { SaidSchool } from '@/utils/said-school';
import type { MakeCompanion, Sight } from './companion';
import { namesNoSchool, type SchoolElsewhere, type schoolElsewhere, speaksOf } from './school-elsewhere';

/** Where neither the screen nor another of the same tab tells the school, the person does. */
export function orSaidSchool(inTab: typeof schoolElsewhere): {
  elsewhere: typeof schoolElsewhere;
  companion: MakeCompanion;
} {
  let said: SaidSchool | undefined;
  let told: SchoolElsewhere = () => undefined;
  const mine = (facts: Facts) => (said?.school && speaksOf(facts, said.school) ? said.school : undefined);
  const companion: MakeCompanion = (ent, document, { changed, failed }) => {
    const { host } = location;
    const learn = (answer: Promise<SaidSchool>) =>
      answer.then((now) => {
        said = now;
        changed();
      }, failed);
    const say = (typed: string) => void learn(send('school/say', { host, ent: ent.id, typed }));
    const known = ({ shown }: Sight) => ent.school(document, new URL(location.href)) ?? told(shown);
    let asked = false;
    return {
      look(sight) {
        if (!asked && namesNoSchool(sight.shown)) {
          asked = true;
          void learn(send('school/said', { host, ent: ent.id }));
        }
        const other = known(sight);
        // The person has gone on to another school: what was said of the former one would be said of this one.
        if (other && said?.school && said.school.id !== other.id) {
          said = { known: said.known };
          say('');
        }
      },
      view(sight) {
        if (!said || !sight.page || !namesNoSchool(sight.shown) || known(sight)) return {};
        const { label, known: choices, refused, inHead } = said;
        const isSaid = mine(sight.shown) !== undefined && label !== undefined;
        const asking = { ...(refused && { refused }), ...(inHead && { inHead }) };
        const choice = { known: choices, say, ...asking, ...(isSaid && { said: label }) };
        return { kept: <SchoolChoice choice={choice} /> };
      },
    };
  };
  return {
    elsewhere(ent, changed) {
      told = inTab(ent, changed);
      return (facts) => told(facts) ?? mine(facts);
    },
    companion,
  };
}
