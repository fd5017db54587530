import { Camera, CloudOff, Gift, Search, TicketCheck } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { parseCardCode } from "../../shared/cards/card-code.ts";
import { Button, EmptyState, Field, LoadingState, Segmented } from "../../shared/ui/index.ts";
import { recognise } from "../counter/member.ts";
import { claimCodeToOpen, hearScans, scanned } from "../counter/room.ts";
import { counterWords } from "../counter/words.ts";
import { offlineWords } from "../offline/words.ts";
import { Trouble } from "../problems/trouble.tsx";
import { CameraView } from "../scan/camera-view.tsx";
import { online } from "../terminal/ask.ts";
import { words } from "../words.ts";
import { ClaimDetail } from "./claim-detail.tsx";
import { found, look, looking, startOver, trouble, wrongCode } from "./claiming.ts";
import { Redeem } from "./redeem.tsx";
import "./style.css";

type What = "hand-over" | "redeem";

/** Gifts: handing over what was claimed, and claiming for a member who asks at the counter. */
export function Claims(props: { camera?: boolean; what?: What }) {
  const t = counterWords.value.claims;
  const [what, setWhat] = useState<What>(props.what ?? "hand-over");
  useEffect(() => {
    const waiting = claimCodeToOpen.value;
    claimCodeToOpen.value = null;
    if (waiting) void look(waiting);
    const stop = hearScans((text) => {
      const { kind } = parseCardCode(text);
      const ofMember = kind === "rotating" || kind === "static";
      setWhat(ofMember ? "redeem" : "hand-over");
      void (ofMember ? recognise(text) : look(text));
    });
    return () => {
      stop();
      startOver();
    };
  }, []);
  const choice = (
    <Segmented
      block
      label={t.what}
      value={what}
      onChange={setWhat}
      options={[
        { value: "hand-over", label: t.whatHandOver, icon: <TicketCheck /> },
        { value: "redeem", label: t.whatRedeem, icon: <Gift /> },
      ]}
    />
  );
  return what === "redeem"
    ? <Redeem choice={choice} onRedeemed={() => setWhat("hand-over")} />
    : <HandOver choice={choice} camera={props.camera ?? false} />;
}

function HandOver(props: { choice: ComponentChildren; camera: boolean }) {
  const t = counterWords.value.claims;
  const [camera, setCamera] = useState(props.camera);
  return (
    <div class="panes-turned claims">
      <section class="pane claim-find">
        {props.choice}
        <h1>{t.title}</h1>
        <p class="soft">{t.lead}</p>
        <FindClaim />
        <Button
          icon={<Camera />}
          disabled={!online.value}
          onClick={() => setCamera(!camera)}
        >
          {camera ? words.value.camera.stop : words.value.camera.start}
        </Button>
      </section>
      <section class="pane claim-shown" aria-live="polite">
        <Shown camera={camera} />
      </section>
    </div>
  );
}

function FindClaim() {
  const t = counterWords.value.claims;
  const [text, setText] = useState("");
  const wrong = wrongCode.value;
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void look(text);
      }}
    >
      <Field
        big
        label={t.code}
        error={wrong === null ? null : wrong === "member" ? t.memberCode : t.codeWrong}
        inputMode="numeric"
        autocomplete="off"
        maxLength={40}
        value={text}
        onInput={(typed) => {
          setText(typed);
          wrongCode.value = null;
        }}
      />
      <Button
        type="submit"
        variant="primary"
        icon={<Search />}
        busy={looking.value}
        disabled={!text.trim() || !online.value}
      >
        {t.search}
      </Button>
    </form>
  );
}

function Shown(props: { camera: boolean }) {
  const t = counterWords.value.claims;
  if (looking.value) return <LoadingState />;
  if (found.value) return <ClaimDetail key={found.value.claim.claimId} found={found.value} />;
  if (!online.value) {
    const o = offlineWords.value;
    return (
      <div class="claim-none">
        <EmptyState icon={<CloudOff />} title={o.screen.waitsForNetwork}>
          {o.banner.waits.claims}
        </EmptyState>
      </div>
    );
  }
  return (
    <div class="claim-none">
      <Trouble error={trouble.value} />
      {props.camera
        ? <CameraView onCode={scanned} />
        : <EmptyState icon={<TicketCheck />} title={t.waiting}>{t.waitingHint}</EmptyState>}
    </div>
  );
}
