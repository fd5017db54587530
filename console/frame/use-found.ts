import { useEffect, useState } from "preact/hooks";
import { searchMembers, type TagRow } from "../../shared/console/endpoints.ts";
import { commonWords, formats, lang } from "../../shared/ui/index.ts";
import { mayI } from "../session.ts";
import { useTags } from "../use-tags.ts";
import { ask } from "../wire.ts";
import { shellWords } from "../words.ts";
import { type Answer, type Findings, findingsOf, type Found, nothing } from "./findings.ts";
import { openPlaces } from "./nav.ts";

/** Typing rests this long before members are asked for, ms. */
const REST = 180;
const MOST = 7;

const none: Answer = { wanted: "", found: [], failed: false };

/** A single letter or figure finds too much to be of use; a single Chinese character is a name. */
export const worthSearching = (text: string): boolean =>
  text.length > 1 || /\p{Script=Han}/u.test(text);

/** Pages and members that fit the text, pages first. */
export function useFound(text: string): Findings {
  const wanted = text.trim();
  const [members, setMembers] = useState(none);
  const { tags } = useTags();
  const remote = worthSearching(wanted) && mayI("member.look-up");
  useEffect(() => {
    // A search that begins anew shows nobody of the last one.
    if (!remote) return setMembers(none);
    const abort = new AbortController();
    const rest = setTimeout(async () => {
      try {
        const found = await findMembers(wanted, abort.signal);
        if (!abort.signal.aborted) setMembers({ wanted, found, failed: false });
      } catch {
        if (!abort.signal.aborted) setMembers({ wanted, found: [], failed: true });
      }
    }, REST);
    return () => {
      clearTimeout(rest);
      abort.abort();
    };
  }, [wanted, remote]);
  if (wanted === "") return nothing;
  const findings = remote ? findingsOf(wanted, members) : nothing;
  return {
    ...findings,
    found: [...findPages(wanted), ...findTags(wanted, tags), ...findings.found],
  };
}

function findPages(wanted: string): Found[] {
  const t = shellWords.value;
  return openPlaces()
    .filter((place) => t[place.label].toLowerCase().includes(wanted.toLowerCase()))
    .map((place) => ({
      kind: "page",
      href: place.href,
      title: t[place.label],
      detail: t.searchPages,
      end: "",
    }));
}

/** Tags whose name holds what was typed; opening one shows who has it. */
function findTags(wanted: string, tags: readonly TagRow[]): Found[] {
  const t = shellWords.value;
  return tags.filter((tag) => tag.name.toLowerCase().includes(wanted.toLowerCase())).slice(0, 4)
    .map((tag) => ({
      kind: "tag",
      href: "/console/members",
      title: tag.name,
      detail: t.searchTags,
      end: formats.value.count(tag.members),
      asks: { text: "", brandId: tag.brandId, filter: { tagIds: [tag.id] } },
    }));
}

async function findMembers(text: string, signal: AbortSignal): Promise<Found[]> {
  const { members, nextAfter } = await ask(searchMembers, { body: { text, limit: MOST }, signal });
  const zh = lang.value === "zh-CN";
  const t = shellWords.value;
  const found = members.map((member): Found => ({
    kind: "member",
    href: `/console/members/${member.id}`,
    title: member.nameMasked,
    detail: [member.phoneMasked, zh ? member.tierNameZh : member.tierNameEn].filter(Boolean)
      .join(" · "),
    end: commonWords.value.points(member.balance),
  }));
  if (nextAfter) {
    found.push({
      kind: "all",
      href: "/console/members",
      title: t.searchAll,
      detail: "",
      end: "",
      asks: { text },
    });
  }
  return found;
}
