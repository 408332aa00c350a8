import { defineContentScript } from 'wxt/utils/define-content-script';

export default defineContentScript({
  registration: 'runtime',
  allFrames: true,
  matches: ['https://enthdf.fr/*'],
  main() {},
});
