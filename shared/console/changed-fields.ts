/** A field that an operation changed, as text; null where there was none. */
export interface ChangedField {
  name: string;
  was: string | null;
  now: string | null;
}

/** The fields that differ between two records, nested ones by path ("validity.months"). Either
 *  record may be missing, or be no JSON. */
export function changedFields(before: string | null, after: string | null): ChangedField[] {
  const was = flat(before);
  const now = flat(after);
  return [...new Set([...was.keys(), ...now.keys()])]
    .map((name) => ({ name, was: was.get(name) ?? null, now: now.get(name) ?? null }))
    .filter((field) => field.was !== field.now);
}

function flat(json: string | null): Map<string, string> {
  const fields = new Map<string, string>();
  if (json === null) return fields;
  const put = (name: string, value: unknown): void => {
    if (value !== null && typeof value === "object" && !Array.isArray(value)) {
      for (const [key, inner] of Object.entries(value)) put(name ? `${name}.${key}` : key, inner);
    } else if (value !== null && value !== "") {
      fields.set(name, typeof value === "string" ? inner(value, name) : JSON.stringify(value));
    }
  };
  /** A record inside a record may be written as JSON text. */
  const inner = (text: string, name: string): string => {
    if (!/^\{.*\}$/s.test(text)) return text;
    try {
      put(name, JSON.parse(text));
      return "";
    } catch {
      return text;
    }
  };
  try {
    put("", JSON.parse(json));
  } catch {
    fields.set("", json);
  }
  for (const [name, value] of fields) if (value === "") fields.delete(name);
  return fields;
}
