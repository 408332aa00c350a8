import { Choose, Search } from './list-filters';
import type { FiltersView } from './results-view';
import type { WorkshopActs } from './view';

/** What is listed: by words, profile, verdict, class. */
export function Filters({ filters, acts }: { filters: FiltersView; acts: WorkshopActs }) {
  return (
    <search class="filters fields" aria-label="Filtrer les constats">
      <Search value={filters.text} onSearch={(text) => acts.filter({ text })} />
      <Choose
        label="Profil"
        all="Tous"
        value={filters.profile}
        choices={filters.profiles}
        onChoose={(profile) => acts.filter({ profile })}
      />
      <Choose
        label="Verdict"
        all="Tous"
        value={filters.verdict}
        choices={filters.verdicts}
        onChoose={(verdict) => acts.filter({ verdict })}
      />
      <Choose
        label="Classe"
        all="Toutes"
        value={filters.className}
        choices={filters.classes}
        onChoose={(className) => acts.filter({ className })}
      />
    </search>
  );
}
