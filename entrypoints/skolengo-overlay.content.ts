import { defineContentScript } from 'wxt/utils/define-content-script';
import { skolengoWith } from '@/utils/ents/skolengo/skolengo';
import { SKOLENGO_RULES } from '@/utils/rules/lists/skolengo';
import { ownWords, taughtHere } from './overlay/own-words';
import { startOverlay } from './overlay/start-overlay';
import { yearPlans } from './overlay/year-plan';

export default defineContentScript({
  registration: 'runtime',
  // Only there because a registration must name something: its loader asks for this script, nothing registers it.
  matches: ['https://*.monbureaunumerique.fr/*'],
  main: async (ctx) =>
    startOverlay(ctx, skolengoWith(location.hostname, ownWords(await taughtHere(location))), {
      rules: Object.values(SKOLENGO_RULES),
      companions: [yearPlans],
    }),
});
