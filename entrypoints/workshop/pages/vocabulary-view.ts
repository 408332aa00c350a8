import type { VocabularyView, WordDraft } from '@/components/workshop/pages/view';
import { KNOWN_HOSTS, portalName } from '@/utils/ents/hosts';
import { isTerm, type Synonym, type Term, type TermInfo, VOCABULARY } from '@/utils/ents/skolengo/vocabulary';
import type { KnownSchool, StoredSynonym } from '@/utils/store/schema';

/** What the section shows of the words kept and of what is being typed. Pure. */
export function vocabularyView(
  draft: WordDraft,
  own: readonly Synonym[],
  schools: readonly KnownSchool[],
): VocabularyView {
  const collator = new Intl.Collator('fr');
  const terms = (Object.keys(VOCABULARY) as Term[])
    .map((term) => ({ term, says: VOCABULARY[term].says }))
    .sort((a, b) => collator.compare(a.says, b.says));
  const info: TermInfo | undefined = isTerm(draft.term) ? VOCABULARY[draft.term] : undefined;
  return {
    hosts: hostsOf(schools),
    terms,
    draft,
    known: { said: info?.said ?? [], guessed: info?.guessed ?? [] },
    own: own.map((word) => ({
      key: wordKey(word),
      host: portalName(word.host) === word.host ? word.host : `${portalName(word.host)} (${word.host})`,
      says: VOCABULARY[word.term].says,
      label: word.label,
    })),
  };
}

/** The schools seen of the family first, then the portals, for a word that all their schools share. */
function hostsOf(schools: readonly KnownSchool[]): VocabularyView['hosts'] {
  const seen = schools
    .filter(({ ent }) => ent === 'skolengo')
    .map(({ host, name }) => ({ host, label: `${name} (${host})` }));
  const portals = KNOWN_HOSTS.skolengo.map((host) => ({
    host,
    label: portalName(host) === host ? `tout ${host}` : `tout ${portalName(host)} (${host})`,
  }));
  return [...seen, ...portals];
}

/** What tells a word from the others. */
export function wordKey({ host, term, label }: Synonym): string {
  return [host, term, label].join('|');
}

/** The words kept that this version understands. */
export function understood(stored: readonly StoredSynonym[]): Synonym[] {
  return stored.flatMap(({ term, ...word }) => (isTerm(term) ? [{ ...word, term }] : []));
}
