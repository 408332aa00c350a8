import type { ImportScreen } from './import-screen';

/** Several screens that ask for files, as one: each keeps quiet where it has nothing to ask. */
export function joinedScreens(...screens: readonly ImportScreen[]): ImportScreen {
  return {
    facts: (shown) => Object.assign({}, ...screens.map((one) => one.facts(shown))),
    view: (shown) => Object.assign({}, ...screens.map((one) => one.view(shown))),
    look(shown, school) {
      for (const one of screens) one.look(shown, school);
    },
    giveReference(files, shown) {
      for (const one of screens) one.giveReference(files, shown);
    },
    sent(shown, school) {
      for (const one of screens) one.sent(shown, school);
    },
  };
}
