/**
 * Words that name nobody: those of our own facts, and those that the platforms write on their screens. Everything else
 * that a fact holds is given an alias.
 */

const list = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/** Values of our own, exactly as the types of the facts have them, and the platforms' own codes. */
export const CODES = list(
  ` page file Student Relative Teacher Personnel Guest pupil parent teacher staff guest AAF AAF1D BE1D CSV MANUAL CLASS_PARAM EDT UDT SSO DEFAULT Manuel here elsewhere nowhere none attached detached out-of-scope on off unknown active archived all yes no unsure subjects classes groups courses teachers pupils ENS DIR DOC AEH EDU ADF AED AES ALB ASE CFC CTR CTX LAB MDS ORI PSY TEC itslearning edifice skolengo same check key username pairing gone kept lastName firstName birthDate postalCode equal removed added reference fresh name no-reference rows form no-header missing repeated renamed invisible blank unexpected miscounted green red running unreadable failed ready present absent homonym undetermined encrypted clear udt PRONOTE EDT UDT Monoposte Réseau hébergé group class part lasting year encoding invisible spaces apostrophe hyphen case ligature accents saint joined particle part-of-name name-order swapped-names letter-added letter-removed letter-replaced letter-doubled letters-transposed two-letters diminutive replaced-surname date-format date-day-month date-one-day date-1904 postal-zero postal-number postal-format emptied empty headers-only too-large not-a-table nul-bytes bad-utf16 unclosed-quote single-column too-many-columns short-row long-row huge-cell more-rows lost-encoding invisible-in-header duplicate-header blank-header missing-column wrong-profile not-a-zip zip-truncated zip-corrupted zip-encrypted zip-nested zip-bomb zip-method zip-unsafe-name zip-name-encoding zip-no-csv zip-duplicate-name unencodable formula missing-cell conflicting-corrections nothing-selected bad-uai not-xml xml-encoding xml-truncated xml-malformed xml-doctype wrong-namespace not-a-timetable two-schools unknown-reference no-identifier no-lessons local central `,
);

/** Words of the ENT's own screens, folded: a label made of nothing else stays as it is. */
export const SCREEN_WORDS = list(
  ` de d du des la le l les et un une au aux a par sur en ou pour non n s pas tous toutes tout nombre cours cree creee crees creees evenement evenements supprime supprimes supprimee supprimees appartenance appartenances mis mise jour mises enseignant enseignants eleve eleves apprenant apprenants parent parents responsable responsables personnel personnels invite invites famille familles profil profils utilisateur utilisateurs compte comptes reconcilie reconcilies reconciliee tache taches effectuee effectuees selection matiere matieres classe classes groupe groupes resume import imports historique automatique manuel manuelle fait termine done completed interrompu interrompue erreur erreurs echec echoue annule annulee interrupted failed error cancelled en attente cle synchro nom prenom date naissance code postal identifiant niveau mettre individuel individuels effectuer resultat resultats succes rne importation fichier liste etape titre page pages colonne case entree entrees menu hierarchies strategie hierarchie recherche rechercher filtre libelle duree rubrique rubriques libre libres dates debut fin logiciel version mode boite reception qui fait quoi identite limite limitee illimite illimitee annee scolaire perenne oui number of courses created events deleted memberships students teachers subjects groups select steps administration hierarchie strategies organisation corbeille direction documentation education enseignement devant accompagnement handicap aesh avs situation secretariat vie inspection conseil orientation itslearning its learning neo one open digital entcore skolengo kosmos kdecole decole k indexeducation index portail acces ent blocage messagerie annuaire publication administrateur gestionnaire referent `,
);

/** Words that a rule looks for inside a name that somebody gave: they stay, what stands around them doesn't. */
export const TITLE_WORDS = list(
  ` resp responsable responsables affect affectation affectations gar synchronise synchronises apprenants espace espaces travail cours ulis upe2a allophone allophones nsa `,
);

/** Words of the names of timetable software. */
export const SOFTWARE_WORDS = list(
  ` pronote edt udt undeuxtemps hyperplanning monoposte reseau heberge client serveur index education version v `,
);
