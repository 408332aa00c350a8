import { defineContentScript } from 'wxt/utils/define-content-script';
import { skolengo } from '@/utils/ents/skolengo/skolengo';
import { SKOLENGO_RULES } from '@/utils/rules/lists/skolengo';
import { startOverlay } from './overlay/start-overlay';

export default defineContentScript({
  registration: 'runtime',
  allFrames: true,
  // Only there because a registration must name something: the hosts really covered are those the person activates.
  matches: ['https://*.monbureaunumerique.fr/*'],
  main: (ctx) => startOverlay(ctx, skolengo, Object.values(SKOLENGO_RULES)),
});
