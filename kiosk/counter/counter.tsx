/** The staff's half. */
export function Counter() {
  return <main />;
}
