import { useEffect, useState } from 'preact/hooks';
import { schoolAddress, schoolInAddress } from './school-address';

/** The school that the address names, and how to go to another, or to the board: the browser's own « back » follows. */
export function useAddress(): {
  asked: string | undefined;
  go(key: string | undefined): void;
  leave(): void;
} {
  const [asked, setAsked] = useState(() => schoolInAddress(location.hash));
  useEffect(() => {
    const follow = () => {
      // The skip link leads inside the page, not out of it.
      if (/^#ecoles(\/|$)/.test(location.hash)) setAsked(schoolInAddress(location.hash));
    };
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return {
    asked,
    go(key) {
      location.hash = schoolAddress(key);
    },
    /** Goes to the board for good: what is no longer there is not to be come back to. */
    leave() {
      history.replaceState(null, '', schoolAddress(undefined));
      setAsked(undefined);
    },
  };
}
