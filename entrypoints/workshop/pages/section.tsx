import { useCallback, useEffect, useState } from 'preact/hooks';
import '@/components/workshop/pages/pages.css';
import type { WordDraft } from '@/components/workshop/pages/view';
import { VOCABULARY_PLACE, Vocabulary } from '@/components/workshop/pages/vocabulary';
import { checkWord } from '@/utils/ents/skolengo/own-word';
import type { Synonym } from '@/utils/ents/skolengo/vocabulary';
import { tellOpenPages } from '@/utils/open-pages';
import { type StorageProblem, toProblem } from '@/utils/store/problem';
import type { KnownSchool } from '@/utils/store/schema';
import { listSchools } from '@/utils/store/schools';
import { forgetSynonym, listSynonyms, saveSynonym } from '@/utils/store/synonyms';
import type { SectionProps } from '../own-sections';
import { LearnedPages } from './learned';
import { understood, vocabularyView, wordKey } from './vocabulary-view';

const NOTHING: WordDraft = { host: '', term: '', label: '' };

/** « Pages et vocabulaire ». */
export function Pages({ say }: SectionProps) {
  return (
    <>
      <LearnedPages say={say} />
      <OwnVocabulary say={say} />
    </>
  );
}

/** Once what stands above it is drawn: the browser went to the place before there was one. */
function goToWords(): void {
  if (location.hash !== `#${VOCABULARY_PLACE}`) return;
  const place = document.getElementById(VOCABULARY_PLACE);
  place?.focus({ preventScroll: true });
  place?.scrollIntoView();
}

/** The words that a school adds, wired to the store. */
function OwnVocabulary({ say }: SectionProps) {
  const [own, setOwn] = useState<readonly Synonym[]>([]);
  const [schools, setSchools] = useState<readonly KnownSchool[]>([]);
  const [draft, setDraft] = useState(NOTHING);
  const [refusal, setRefusal] = useState<string>();
  const [problem, setProblem] = useState<StorageProblem>();

  const keep = useCallback(async (change?: () => Promise<void>) => {
    try {
      if (change) {
        await change();
        await tellOpenPages('taughtAt', new Date().toISOString());
      }
      const [words, seen] = await Promise.all([listSynonyms(), listSchools()]);
      setOwn(understood(words));
      setSchools(seen);
      setProblem(undefined);
      return true;
    } catch (error) {
      setProblem(toProblem(error, 'working'));
      return false;
    }
  }, []);
  useEffect(() => void keep().then(goToWords), [keep]);

  const add = async () => {
    const checked = checkWord(draft, own);
    if ('refusal' in checked) return setRefusal(checked.refusal);
    setRefusal(undefined);
    if (!(await keep(() => saveSynonym(checked.word)))) return;
    setDraft({ ...draft, label: '' });
    say(`Mot ajouté : « ${checked.word.label} ». Si la page de l’ENT reste non reconnue, rechargez-la.`);
  };
  const forget = async (key: string) => {
    // What was refused may be so no more: the word removed may have been the reason.
    setRefusal(undefined);
    const word = own.find((one) => wordKey(one) === key);
    if (word && (await keep(() => forgetSynonym(word))))
      say(`Mot retiré : « ${word.label} ». Les pages de l’ENT déjà ouvertes sont relues.`);
  };
  const view = vocabularyView(draft, own, schools);
  return (
    <Vocabulary
      view={{
        ...view,
        ...(refusal && { refusal }),
        ...(problem && { problem: { says: problem.message, advice: problem.advice } }),
      }}
      acts={{
        set(change) {
          setRefusal(undefined);
          setDraft({ ...draft, ...change });
        },
        add: () => void add(),
        forget: (key) => void forget(key),
      }}
    />
  );
}
