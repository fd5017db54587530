import { useEffect, useState } from "preact/hooks";

/** Typing rests this long before the rules are asked (ms). */
const REST = 250;

/** A value once it has not changed for a moment. */
export function useRested<T>(value: T): T {
  const [rested, setRested] = useState(value);
  const text = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}
