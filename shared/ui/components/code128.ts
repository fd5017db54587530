import jsbarcode from "jsbarcode/bin/barcodes/CODE128/CODE128_AUTO.js";

// A CommonJS module: some loaders hand out its exports, some the class itself.
type Encoder = new (text: string, options: object) => { encode(): { data: string } };
const Code128 = ("default" in jsbarcode ? jsbarcode.default : jsbarcode) as unknown as Encoder;

/** The bars of a Code 128 as `[start, width]` in modules, and its whole width. */
export function code128Runs(text: string): { bars: [number, number][]; modules: number } {
  const data = new Code128(text, {}).encode().data;
  const bars: [number, number][] = [];
  for (let at = 0; at < data.length; at++) {
    if (data[at] !== "1") continue;
    const start = at;
    while (data[at + 1] === "1") at++;
    bars.push([start, at - start + 1]);
  }
  return { bars, modules: data.length };
}
