import { defineContentScript } from 'wxt/utils/define-content-script';
import { isExcludedHost } from '@/utils/ents/hosts';
import { ENTS } from '@/utils/ents/index';
import { runOverlay } from './run-overlay';

export default defineContentScript({
  registration: 'runtime',
  allFrames: true,
  // Only there because a registration must name something: the hosts really covered are those the person activates.
  matches: ['https://enthdf.fr/*'],
  async main(ctx) {
    if (isExcludedHost(location.hostname)) return;
    const ent = ENTS.find((one) => one.recognise(document, new URL(location.href)));
    if (ent) await runOverlay(ctx, ent);
  },
});
