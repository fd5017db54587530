import { isProblemCode } from "../../shared/problems.ts";
import type { Failure } from "../failure.ts";
import type { Command } from "../use-command.ts";
import { shellWords } from "../words.ts";
import type { Form } from "./use-form.ts";

/** Checks the form, sends it, and puts refusals that name a field at that field. */
export function useSubmit<D extends object, I, A>(
  form: Form<D, I>,
  command: Command<I, A>,
  onDone: (answer: A) => void,
): (event?: Event) => void {
  return async (event) => {
    event?.preventDefault();
    if (command.busy) return;
    const input = form.check();
    if (input === null) return;
    const outcome = await command.send(input);
    if (outcome.done) onDone(outcome.answer);
    else placeRefusal(form, outcome.failure);
  };
}

function placeRefusal<D extends object, I>(form: Form<D, I>, failure: Failure): void {
  if (failure.kind !== "refused" || !isProblemCode(failure.problem.code)) return;
  const t = shellWords.value;
  const { code, fields } = failure.problem;
  if (code === "name-taken" && typeof fields.field === "string") {
    if (Object.hasOwn(form.draft, fields.field)) form.refuse(fields.field as keyof D, t.taken);
  }
  if (code === "input-invalid" && Array.isArray(fields.errors)) {
    for (const each of fields.errors as { pointer?: string }[]) {
      const parts = (each.pointer ?? "").split("/").reverse();
      const name = parts.find((part) => part !== "" && Object.hasOwn(form.draft, part));
      if (name) form.refuse(name as keyof D, t.wrongForm);
    }
  }
}
