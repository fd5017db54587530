/** An Endpoint says everything about a door: where it is, who may pass, what goes in and out and
 *  what can be refused. The API serves it, the clients call it, OpenAPI is printed from it. @module */
import type * as z from "zod/mini";
import type { Permission } from "./access.ts";
import type { ProblemCode } from "./problems.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
type Schema = z.core.$ZodType;

export type Endpoint<
  Path extends string = string,
  Body extends Schema | undefined = Schema | undefined,
  Query extends Schema | undefined = Schema | undefined,
  Answer extends Schema = Schema,
> = {
  /** camelCase name, the operationId. */
  id: string;
  method: Method;
  /** Literal path with `:params`. */
  path: Path;
  /** One sentence for the API description. */
  summary: string;
  /** Permission that the guard asks for; "anyone" is a decision too. */
  who: Permission | "anyone";
  body?: Body;
  query?: Query;
  answer: Answer;
  /** Success status, 200 unless said. */
  status?: 200 | 201 | 204;
  /** Refusals beyond the general ones (input, guard, limits). */
  problems: readonly ProblemCode[];
  /** An Idempotency-Key header is required: the door moves value or creates something. */
  once?: boolean;
};

/** Keeps the literal types of an endpoint. */
export const endpoint = <
  const Path extends string,
  Body extends Schema | undefined = undefined,
  Query extends Schema | undefined = undefined,
  Answer extends Schema = Schema,
>(e: Endpoint<Path, Body, Query, Answer>): Endpoint<Path, Body, Query, Answer> => e;

/** Names of the `:params` in a path. */
export type PathParams<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Name | PathParams<`/${Rest}`>
  : P extends `${string}:${infer Name}` ? Name
  : never;

export type Params<P extends string> = { [K in PathParams<P>]: string };
export type BodyOf<E> = E extends Endpoint<string, infer B, Schema | undefined, Schema>
  ? B extends Schema ? z.infer<B> : undefined
  : never;
export type QueryOf<E> = E extends Endpoint<string, Schema | undefined, infer Q, Schema>
  ? Q extends Schema ? z.infer<Q> : undefined
  : never;
export type AnswerOf<E> = E extends
  Endpoint<string, Schema | undefined, Schema | undefined, infer A> ? z.infer<A> : never;
export type PathOf<E> = E extends Endpoint<infer P, Schema | undefined, Schema | undefined, Schema>
  ? P
  : never;
