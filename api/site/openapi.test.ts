import { describe, expect, test } from "vitest";
import { allEndpoints } from "../../shared/endpoints.ts";
import { openApi } from "./openapi.ts";

type Json = Record<string, unknown>;
type Operation = {
  operationId: string;
  parameters: { name: string; in: string; required: boolean }[];
  security: Json[];
  responses: Record<string, { content: Record<string, { schema: Json }> }>;
  requestBody?: Json;
  "x-permission": string;
};

const paths = openApi().paths as Record<string, Record<string, Operation>>;
const operations = new Map(
  Object.values(paths).flatMap((p) => Object.values(p)).map((o) => [o.operationId, o]),
);

describe("the API description", () => {
  test("has every door once, with its permission, body and refusals", () => {
    expect([...operations.keys()].sort()).toEqual(allEndpoints.map((e) => e.id).sort());
    for (const e of allEndpoints) {
      const operation = operations.get(e.id)!;
      expect(operation["x-permission"]).toBe(e.who);
      expect(Boolean(operation.requestBody)).toBe(Boolean(e.body));
      const printed = JSON.stringify(operation.responses);
      for (const code of e.problems) expect(printed).toContain(`/problems/${code}`);
    }
  });

  test("asks for an idempotency key exactly where the door does", () => {
    for (const e of allEndpoints) {
      const asked = operations.get(e.id)!.parameters.some((p) => p.name === "Idempotency-Key");
      expect([e.id, asked]).toEqual([e.id, Boolean(e.once)]);
    }
  });

  test("names every part of a path as a parameter", () => {
    for (const [path, methods] of Object.entries(paths)) {
      const names = [...path.matchAll(/\{(\w+)\}/g)].map((m) => m[1]);
      expect(path).not.toContain(":");
      for (const operation of Object.values(methods)) {
        const given = operation.parameters.filter((p) => p.in === "path").map((p) => p.name);
        expect(given).toEqual(names);
      }
    }
  });

  test("lets a till in with its key where tills may go, and no till into the console", () => {
    expect(operations.get("recordSale")!.security[0]).toEqual({ key: [] });
    expect(operations.get("revealPhone")!.security).toEqual([{ consoleSession: [] }]);
    expect(operations.get("askMemberCode")!.security).toEqual([]);
  });

  test("every reference leads somewhere", () => {
    const document = JSON.stringify(openApi());
    const references = new Set([...document.matchAll(/"\$ref":"#\/([^"]+)"/g)].map((m) => m[1]!));
    for (const reference of references) {
      const found = reference.split("/").reduce<unknown>(
        (at, key) => (at as Json | undefined)?.[key],
        openApi(),
      );
      expect([reference, typeof found]).toEqual([reference, "object"]);
    }
  });
});
