import { Ticket } from "lucide-preact";
import type { ClaimView } from "../../shared/gifts/endpoints.ts";
import {
  Badge,
  type BadgeTone,
  ButtonLink,
  EmptyState,
  formats,
  GiftPicture,
  lang,
  List,
  Panel,
  Row,
} from "../../shared/ui/index.ts";
import { PATHS } from "../shell/base.ts";
import type { Kept } from "../shell/kept.ts";
import { nameIn } from "../shell/name-in.ts";
import { Part } from "../shell/part.tsx";
import type { Loaded } from "../shell/resource.ts";
import { Screen } from "../shell/screen.tsx";
import { giftWords } from "./data.ts";
import { GiftTabs } from "./gift-tabs.tsx";
import { OrderBadge } from "./order-panel.tsx";

const TONES: Record<ClaimView["state"], BadgeTone> = {
  open: "accent",
  "handed-over": "good",
  cancelled: "plain",
  lapsed: "warn",
};

/** A claim's state as a badge. */
export function ClaimBadge(props: { state: ClaimView["state"] }) {
  return <Badge tone={TONES[props.state]}>{giftWords.value.claim.states[props.state]}</Badge>;
}

/** Claims, newest first. */
export function ClaimsView(props: { claims: Loaded<Kept["claims"]>; onRetry: () => void }) {
  const t = giftWords.value;
  return (
    <Screen title={t.gifts.title}>
      <GiftTabs view="mine" />
      <Part of={props.claims} onRetry={props.onRetry}>
        {(data) =>
          data.claims.length === 0
            ? (
              <EmptyState
                icon={<Ticket />}
                title={t.gifts.claimsEmpty}
                action={<ButtonLink href={PATHS.gifts}>{t.gifts.browse}</ButtonLink>}
              >
                {t.gifts.claimsEmptyHint}
              </EmptyState>
            )
            : (
              <Panel flush>
                <List>
                  {data.claims.map((claim) => (
                    <Row
                      key={claim.claimId}
                      href={PATHS.claim(claim.claimId)}
                      lead={
                        <GiftPicture
                          class="claim-thumb"
                          src={claim.gift.picture}
                          width="56"
                          height="42"
                        />
                      }
                      title={nameIn(lang.value, claim.gift)}
                      detail={
                        <>
                          {formats.value.date(claim.claimedAt)}
                          <br />
                          {nameIn(lang.value, claim, "storeName")}
                        </>
                      }
                      end={claim.order
                        ? <OrderBadge state={claim.order.state} />
                        : <ClaimBadge state={claim.state} />}
                    />
                  ))}
                </List>
              </Panel>
            )}
      </Part>
    </Screen>
  );
}
