import { useEffect, useRef, useState } from "preact/hooks";

/** Looks something up for a form. An answer to what is no longer asked, or to a form that is gone,
 *  is nobody's.
 *  @param take is told what was found */
export function useFind<T>(take: (found: T) => void) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const asked = useRef(0);
  const forget = () => {
    asked.current++;
    setBusy(false);
  };
  useEffect(() => forget, []);
  const find = async (work: () => Promise<T>): Promise<void> => {
    const mine = ++asked.current;
    setBusy(true);
    setError(null);
    try {
      const found = await work();
      if (mine === asked.current) take(found);
    } catch (refused) {
      if (mine === asked.current) setError(refused);
    } finally {
      if (mine === asked.current) setBusy(false);
    }
  };
  return { busy, error, find, forget };
}
