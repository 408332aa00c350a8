import type { Phase } from './checklist';

/** June: what must be done while classes and their shares still exist. */
export const BEFORE_SUMMER: Phase = {
  id: 'before-summer',
  title: 'Avant les vacances d’été',
  steps: [
    {
      id: 'keep-shares-by-name',
      text: 'Faire repartager au nom de chaque élève ce qu’il doit garder l’an prochain',
      why: 'Les partages faits au groupe de la classe sont effacés pour leurs destinataires ; seuls restent les partages nominatifs, par favori ou par groupe manuel.',
      who: 'teacher',
      when: { milestone: 'year-end', from: -30, to: 0 },
      where: { label: 'L’application concernée › « Partager »' },
      source: { guide: '004', section: 'Maintenir un partage (p. 6)' },
    },
    {
      id: 'hand-over-productions',
      text: 'Confier les productions à poursuivre au collègue qui reprend la classe, avec le droit de les gérer',
      why: 'Chacun retrouve ses propres productions, et elles seulement : celles d’un enseignant qui part ne passent pas à son successeur.',
      who: 'teacher',
      when: { milestone: 'year-end', from: -30, to: 0 },
      where: { label: 'L’application concernée › « Partager » › droits de gestion' },
      source: { guide: '004', section: 'Maintenir un partage (p. 6)' },
    },
    {
      id: 'free-space',
      text: 'Libérer de l’espace : messages reçus et envoyés, puis fichiers inutiles, et vider les deux corbeilles',
      why: 'La plateforme n’efface rien d’elle-même d’une année sur l’autre ; un fichier réduit avant son dépôt évite de saturer l’espace de nouveau.',
      who: 'everyone',
      when: { milestone: 'year-end', from: -30, to: 0 },
      where: {
        label:
          'Messagerie › « Corbeille » ; Espace documentaire › « Documents ajoutés dans les applis », puis « Corbeille »',
      },
      source: { guide: '004', section: 'Libérer de l’espace (p. 4)' },
    },
    {
      id: 'prepare-onde',
      text: 'Saisir dès maintenant dans ONDE les inscriptions connues, responsables compris',
      why: 'Les écoles qui anticipent voient leurs élèves arriver plus tôt sur l’ENT en septembre.',
      who: 'head',
      when: { milestone: 'year-end', from: -30, to: 0 },
      where: { label: 'ONDE' },
      source: { guide: '004', section: 'Mini FAQ : faciliter l’arrivée des comptes (p. 24)' },
    },
    {
      id: 'public-blog',
      text: 'Ouvrir un petit blog public sur la rentrée et donner son adresse aux familles, nouvelles comprises',
      why: 'Les nouvelles familles n’ont pas encore de compte. Horaires, échelonnement, fournitures seulement : aucune photo, aucune production d’élève.',
      who: 'administrator',
      when: { milestone: 'year-end', from: -21, to: 0 },
      where: {
        label:
          'Blog › « Créer un blog » › « Le blog est accessible publiquement via cette adresse personnalisable »',
      },
      source: { guide: '004', section: 'Communiquer sur la rentrée (p. 12-13)' },
    },
    {
      id: 'feed-stops',
      text: 'L’académie suspend l’alimentation des comptes',
      why: 'Tout le monde peut encore se connecter, mais plus aucun changement n’est pris en compte jusqu’à la fin août.',
      who: 'platform',
      provider: 'académie',
      when: { milestone: 'year-end', from: 0 },
      source: { guide: '004', section: 'Gestion des comptes : été 2024 (p. 7)' },
    },
  ],
};

/** Summer: groups and favourites outlive the year, so they can be sorted without waiting for any feed. */
export const TIDY_UP: Phase = {
  id: 'tidy-up',
  title: 'Ménage d’été : groupes et favoris',
  steps: [
    {
      id: 'delete-past-groups',
      text: 'Purger les groupes manuels des années passées',
      why: 'Un groupe manuel survit au changement d’année : ses anciens membres restent dans tous les partages qui le visent.',
      who: 'administrator',
      when: { milestone: 'term-start', from: -15, to: -1 },
      stillUseful: true,
      where: {
        label: 'Console d’administration › « Groupes » › ouvrir le groupe › « Supprimer »',
        path: '/admin/:school/groups/manualGroup',
        page: 'edifice/manual-groups',
      },
      rules: ['past-year-group', 'empty-group'],
      source: { guide: '004', section: 'Supprimer des groupes manuels qui n’ont plus lieu d’être (p. 17)' },
    },
    {
      id: 'refresh-kept-groups',
      text: 'Retirer des groupes conservés les personnes parties',
      why: 'Qui est parti garde l’accès à ce qui est partagé au groupe tant qu’on ne l’en retire pas.',
      who: 'administrator',
      when: { milestone: 'term-start', from: -15, to: -1 },
      stillUseful: true,
      where: {
        label:
          'Console d’administration › « Groupes » › ouvrir le groupe › « Gérer les utilisateurs du groupe »',
        path: '/admin/:school/groups/manualGroup',
        page: 'edifice/group',
      },
      rules: ['departed-group-member'],
      source: { guide: '004', section: 'Supprimer des groupes manuels, note (p. 17)' },
    },
    {
      id: 'name-groups-with-year',
      text: 'Porter l’année scolaire dans le nom de chaque groupe manuel',
      why: 'Sans l’année dans son nom, rien ne dit l’été suivant si le groupe sert encore.',
      who: 'administrator',
      when: { milestone: 'term-start', from: -15, to: 15 },
      stillUseful: true,
      where: {
        label: 'Console d’administration › « Groupes » › ouvrir le groupe › « Renommer »',
        path: '/admin/:school/groups/manualGroup',
        page: 'edifice/manual-groups',
      },
      rules: ['undated-group'],
      source: { guide: '004', section: 'Supprimer des groupes manuels, note (p. 17)' },
    },
    {
      id: 'keep-gar-group',
      text: 'Ne jamais supprimer le groupe « Resp-Affect-GAR »',
      why: 'Il dit qui peut affecter les ressources numériques du GAR ; sans lui, plus personne ne le peut.',
      who: 'administrator',
      when: { milestone: 'term-start', from: -15, to: -1 },
      reminder: true,
      where: {
        label: 'Console d’administration › « Groupes »',
        path: '/admin/:school/groups/manualGroup',
        page: 'edifice/manual-groups',
      },
      rules: ['missing-gar-group'],
      source: { guide: '004', section: 'Supprimer des groupes manuels, mise en garde (p. 17)' },
    },
    {
      id: 'delete-share-bookmarks',
      text: 'Supprimer ses anciens favoris de partage, ou les renommer et en changer les membres',
      why: 'Un favori continue de viser les personnes de l’an passé : le prochain partage partirait aux mauvais destinataires.',
      who: 'everyone',
      when: { milestone: 'term-start', from: -15, to: -1 },
      stillUseful: true,
      where: { label: 'Annuaire › « Gérer mes favoris de partage » › survoler le favori › corbeille' },
      source: { guide: '004', section: 'Supprimer vos anciens favoris de partage (p. 18)' },
    },
  ],
};

/** End of August: staff arrive, pupils don't yet. */
export const STAFF_FEED: Phase = {
  id: 'staff-feed',
  title: 'Fin août : les personnels arrivent',
  steps: [
    {
      id: 'staff-feed-runs',
      text: 'Première alimentation des enseignants et des personnels',
      why: 'Les enseignants retrouvent leur école, les nominations tardives au fil de l’eau ; élèves et parents affichent encore la classe de l’an passé, et aucun enseignant ne peut être rattaché à une classe.',
      who: 'platform',
      provider: 'académie',
      when: { milestone: 'staff-feed', from: 0 },
      source: { guide: '004', section: 'Gestion des comptes : été 2024 (p. 7)' },
    },
    {
      id: 'detach-departed-teachers',
      text: 'Détacher les enseignants qui ont quitté l’école, et eux seuls',
      why: 'Ils resteraient dans l’annuaire. Ne détachez pas un remplaçant ou un stagiaire (PES) dont votre école est l’école de rattachement, même s’il n’y enseigne pas.',
      who: 'administrator',
      when: { milestone: 'staff-feed', from: 0, to: 15 },
      stillUseful: true,
      where: {
        label:
          'Console d’administration › « Utilisateurs » › profil Enseignant › la fiche › « Établissement(s) » › croix rouge',
        path: '/admin/:school/users/list/filter',
        page: 'edifice/users',
      },
      rules: ['departed-teacher'],
      source: { guide: '004', section: 'Détacher des enseignants ayant quitté l’école (p. 14)' },
    },
    {
      id: 'sort-aesh',
      text: 'Trier les AESH : détacher ceux qui n’exercent pas dans l’école',
      why: 'Ils sont chargés dans toutes les écoles de leur PIAL. Le tri se fait une fois dans l’année, après l’alimentation des personnels.',
      who: 'administrator',
      when: { milestone: 'staff-feed', from: 0, to: 15 },
      stillUseful: true,
      where: {
        label:
          'Console d’administration › « Utilisateurs » › profil Personnel › la fiche › « Établissement(s) » › croix rouge',
        path: '/admin/:school/users/list/filter',
        page: 'edifice/users',
      },
      rules: ['unplaced-aesh'],
      source: { guide: '004', section: 'Détacher des personnels, cas des AESH (p. 15)' },
    },
    {
      id: 'delete-manual-accounts',
      text: 'Supprimer les comptes manuels qui ne servent plus',
      why: 'Aucune alimentation ne les retire. Jamais activé : le compte est supprimé. Déjà activé : il est pré-supprimé, et peut encore être restauré pendant le délai.',
      who: 'administrator',
      when: { milestone: 'staff-feed', from: 0, to: 15 },
      stillUseful: true,
      where: {
        label:
          'Console d’administration › « Utilisateurs » › filtre « Sources » › « Manuel » › la fiche › « Supprimer le compte » ou « Pré-supprimer le compte »',
        path: '/admin/:school/users/list/filter',
        page: 'edifice/users',
      },
      rules: ['stale-manual-account'],
      source: { guide: '004', section: 'Supprimer d’anciens comptes manuels (p. 16)' },
    },
  ],
};
