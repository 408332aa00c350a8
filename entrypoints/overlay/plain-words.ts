/** Words that begin the sentences, labels and buttons of a console, without accents: they name nobody. */
export const PLAIN_WORDS: ReadonlySet<string> = new Set(
  (
    'a actif action actions activer adml adresse ajouter ajout alerte annuler apres archiver associer attention ' +
    'attribuer au aucun aucune aux avant avertissement bloquer blocage case categorie ce cela ces cet cette ' +
    'chaque choisir choix classe classes cocher code college commencer compte comptes confirmation confirmer ' +
    'connexion continuer copier cours courriel createur creer csv dans date de debloquer decocher deconnexion ' +
    'definitivement dedoubler depuis des desactiver detacher doublon doublons droit droits du duree ecole ' +
    'eleve eleves elle en enlever enregistrer enseignant enseignante enseignants ent erreur es est et ' +
    'etablissement etablissements etape etes etre exporter fermer fichier fichiers fin fonction fonctions ' +
    'fusionner fusion generer gerer groupe groupes identifiant identite il ils importer import imprimer ' +
    'information informations invite invites je justification l la le les leur leurs lier liste listes login ' +
    'lycee matiere matieres membre membres message modification modifier mot ne nom noms non nos notre nouveau nouvelle oui ' +
    'ok ou par parent parents pas passe personne personnel personnels personnes phase pour prenom profil profils ' +
    'quitter rattachement rattacher recherche rechercher reinitialiser remplacer renommer repondre responsable ' +
    'responsables restaurer retablir retirer retour role s sa sauvegarder se selectionner ses si son source ' +
    'souhaitez statut structure structures suivant suivante supprimer suppression sur synchronisation telecharger ' +
    'm n qu terminer tous tout toute toutes transition tu type un une uai utilisateur utilisateurs valider verifier ' +
    'veuillez vider voir voulez vos votre vous'
  ).split(' '),
);
