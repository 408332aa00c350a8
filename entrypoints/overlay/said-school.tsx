import { SchoolChoice } from '@/components/overlay/school-choice';
import type { Ent } from '@/utils/ents/page';
import { send } from '@/utils/messages';
import type { SaidSchool } from '@/utils/said-school';
import type { MakeCompanion } from './companion';

/** A family whose screens mostly don't say of which school they are: then the person does. */
export function withSaidSchool(family: Ent): { ent: Ent; companion: MakeCompanion } {
  let said: SaidSchool | undefined;
  const own = (document: Document, url = new URL(location.href)) => family.school(document, url);
  const companion: MakeCompanion = (ent, document, { changed, failed }) => {
    const { host } = location;
    const learn = (answer: Promise<SaidSchool>) =>
      answer.then((now) => {
        said = now;
        changed();
      }, failed);
    const say = (typed: string) => void learn(send('school/say', { host, ent: ent.id, typed }));
    let asked = false;
    return {
      look() {
        if (!asked) void learn(send('school/said', { host, ent: ent.id }));
        asked = true;
        const onScreen = own(document);
        // The person has gone on to another school: what was said of the former one would be said of this one.
        if (onScreen && said?.school && said.school.id !== onScreen.id) {
          said = { known: said.known };
          say('');
        }
      },
      view({ page }) {
        if (!said || !page || own(document)) return {};
        const { label, known, refused } = said;
        const choice = { known, say, ...(refused && { refused }), ...(label && { said: label }) };
        return { kept: <SchoolChoice choice={choice} /> };
      },
    };
  };
  const ent: Ent = { ...family, school: (document, url) => own(document, url) ?? said?.school };
  return { ent, companion };
}
