import { defineContentScript } from 'wxt/utils/define-content-script';
import { itslearning } from '@/utils/ents/itslearning/itslearning';
import { USER_FILE_RULES } from '@/utils/rules/lists/user-files';
import { startOverlay } from './overlay/start-overlay';

export default defineContentScript({
  registration: 'runtime',
  // Only there because a registration must name something: its loader asks for this script, nothing registers it.
  matches: ['https://*.itslearning.com/*'],
  main: (ctx) => startOverlay(ctx, itslearning, Object.values(USER_FILE_RULES)),
});
