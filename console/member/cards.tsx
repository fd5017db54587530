import { CreditCard, Smartphone } from "lucide-preact";
import { Badge, List, Panel, Row } from "../../shared/ui/index.ts";
import type { Member } from "./screen.tsx";
import { words } from "./words.ts";

/** Every card the member ever had, with its state. */
export function Cards({ cards }: { cards: Member["cards"] }) {
  const t = words.value;
  return (
    <Panel title={t.cards}>
      {cards.length === 0 && <p class="soft">{t.cardsNone}</p>}
      {cards.length > 0 && (
        <List label={t.cards}>
          {cards.map((card) => (
            <Row
              key={card.id}
              lead={card.medium === "ecard" ? <Smartphone /> : <CreditCard />}
              title={<span class="numbers">{card.numberMasked || t.media[card.medium]}</span>}
              detail={`${t.media[card.medium] ?? card.medium} · ${t.issued(card.issuedAt)}`}
              end={
                <Badge tone={card.state === "active" ? "good" : "warn"}>
                  {t.cardStates[card.state] ?? card.state}
                </Badge>
              }
            />
          ))}
        </List>
      )}
    </Panel>
  );
}

/** The phones that are signed in. */
export function Devices({ devices }: { devices: Member["devices"] }) {
  const t = words.value;
  return (
    <Panel title={t.devices}>
      {devices.length === 0 && <p class="soft">{t.devicesNone}</p>}
      {devices.length > 0 && (
        <List label={t.devices}>
          {devices.map((device) => (
            <Row
              key={device.id}
              lead={<Smartphone />}
              title={device.label}
              detail={t.seen(device.seenAt)}
            />
          ))}
        </List>
      )}
    </Panel>
  );
}
