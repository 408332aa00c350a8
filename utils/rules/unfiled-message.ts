import { defineRule } from '@/utils/core/rule';

export const unfiledMessage = defineRule({
  id: 'unfiled-message',
  impact: 'serious',
  fate: 'vanishes',
  title: 'Messages laissés dans la boîte de réception',
  why: 'À la fin de l’année, la plateforme supprime tous les messages de la boîte de réception qui ne sont pas rangés, l’archive des sanctions comprise.',
  remedy: '« Messagerie » › déplacer les messages importants dans un dossier personnel.',
  source: { guide: '003', section: 'La messagerie' },
  needs: ['inboxes'],
  *check({ inboxes }) {
    for (const { at, messages } of inboxes.items) {
      if (messages === 0) continue;
      const what = messages === 1 ? '1 message' : `${messages} messages`;
      const will = messages === 1 ? 'disparaîtra' : 'disparaîtront';
      const rest = inboxes.complete ? '' : ' au moins';
      yield {
        at,
        subject: 'Boîte de réception',
        says: `${what}${rest} : ${will} à la fin de l’année, sauf ceux que vous rangez.`,
      };
    }
  },
});
