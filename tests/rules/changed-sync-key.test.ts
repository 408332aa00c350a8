import { inFile, keyEdit, systemicEdit } from '@/tests/helpers/roster-facts';
import { complete, testRule } from '@/tests/helpers/test-rule';
import { changedSyncKey } from '@/utils/rules/changed-sync-key';

const subject = 'LAMBERT Zoé (Prénom\u00A0: «\u00A0Zoé\u00A0» → «\u00A0Zoe\u00A0»)';

testRule(changedSyncKey, [
  {
    name: 'un accent perdu, case inconnue : la ligne, la colonne, le caractère, les deux conséquences',
    facts: { keyEdits: complete(keyEdit()) },
    flags: [
      {
        subject,
        says: /^Ligne 10, colonne «\u00A0Prénom élève\u00A0»\u00A0: é remplacé par e\. Case .* décochée.*doublon.*Cochée.*supprimé/,
        holds: ['import-file'],
      },
    ],
  },
  {
    name: 'case cochée : la suppression d’abord',
    facts: { keyEdits: complete(keyEdit()) },
    context: { updateAll: true },
    flags: [{ subject, says: /est cochée\u00A0: l’ancien compte sera supprimé .* Décochée, .* doublon/ }],
  },
  {
    name: 'case décochée : le doublon d’abord',
    facts: { keyEdits: complete(keyEdit()) },
    context: { updateAll: false },
    flags: [{ subject, says: /est décochée\u00A0: un second compte sera créé, en doublon\. Cochée/ }],
  },
  {
    name: 'Edifice n’a pas cette case',
    facts: { keyEdits: complete({ ...keyEdit(), platform: 'edifice' }) },
    flags: [{ subject, says: /^(?!.*Case).*Edifice ne retrouvera pas cette personne/ }],
  },
  {
    name: 'un rapprochement incertain est à vérifier, et dit pourquoi',
    facts: { keyEdits: complete({ ...keyEdit(), verdict: 'check', reasons: ['Un même responsable.'] }) },
    reviews: [{ subject, says: /Même personne\u202F\? Un même responsable\./ }],
  },
  {
    name: 'un nom tout autre ne se lit que dans le sujet',
    facts: {
      keyEdits: complete({
        ...keyEdit(),
        changes: [
          { at: inFile(10, 'Nom élève'), field: 'lastName', was: 'LAMBERT', is: 'NGUYEN', difference: [] },
        ],
      }),
    },
    flags: [
      {
        subject: 'LAMBERT Zoé (Nom\u00A0: «\u00A0LAMBERT\u00A0» → «\u00A0NGUYEN\u00A0»)',
        says: /^(?!.*(LAMBERT|NGUYEN)).*une partie de la valeur a été remplacée/,
      },
    ],
  },
  {
    name: 'un changement de toute une colonne est un seul signalement',
    facts: { keyEdits: complete(), systemicEdits: complete(systemicEdit('birthDate', 'date-format')) },
    flags: [{ subject: 'Parent.csv', says: /760 lignes/ }],
  },
  {
    name: 'la colonne des noms d’utilisateur et les clés effacées sont l’affaire d’autres règles',
    facts: {
      keyEdits: complete(),
      systemicEdits: complete(systemicEdit('username', 'column'), systemicEdit('key', 'emptied')),
    },
    passes: true,
  },
  {
    name: 'une liste coupée dit combien d’autres',
    facts: { keyEdits: { items: [keyEdit()], complete: false, read: { shown: 1, total: 12_401 } } },
    flags: [{ subject }],
    reviews: [{ subject: 'Et 12\u202F400 autres' }],
  },
  { name: 'aucune différence', facts: { keyEdits: complete() }, passes: true },
]);
