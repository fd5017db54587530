/** The part of jsbarcode that we use: the encoder alone (the package has no types for it). */
declare module "jsbarcode/bin/barcodes/CODE128/CODE128_AUTO.js" {
  class Code128 {
    constructor(text: string, options: Record<string, unknown>);
    /** `data` is a string of 0 and 1, one character per module. */
    encode(): { data: string; text: string };
  }
  const exported: { default: typeof Code128 } | typeof Code128;
  export default exported;
}
