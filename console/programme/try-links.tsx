import { ButtonLink } from "../../shared/ui/index.ts";
import { mayI } from "../session.ts";
import { shellWords } from "../words.ts";
import { useNaming } from "./use-names.ts";

/** What can be done with a draft before anybody earns by it. */
export function TryLinks({ draftId }: { draftId: string }) {
  const { brandId } = useNaming();
  const query = `?brand=${brandId}&draft=${draftId}`;
  if (!mayI("programme.try")) return null;
  return (
    <>
      <ButtonLink href={`/console/try-it${query}`}>{shellWords.value.tryIt}</ButtonLink>
      <ButtonLink href={`/console/what-if${query}`}>{shellWords.value.whatIf}</ButtonLink>
    </>
  );
}
