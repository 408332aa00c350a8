import { defineContentScript } from 'wxt/utils/define-content-script';
import { capturePage } from './teaching/capture-session';

/** Only where a person asks for it, in the frames of one tab: the background or the popup brings it. */
export default defineContentScript({
  registration: 'runtime',
  // Only there because a registration must name something: nothing registers this script.
  matches: ['https://enthdf.fr/*'],
  main: capturePage,
});
