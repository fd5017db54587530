// Draws the demo's outbox and keeps it fresh.
const list = document.getElementById("messages");
const code = document.getElementById("code");
const lost = document.getElementById("lost");
const words = JSON.parse(list.dataset.words);
const time = new Intl.DateTimeFormat(document.documentElement.lang, {
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hour12: false,
  timeZone: "Asia/Shanghai",
});

const make = (tag, name, ...inside) => {
  const element = document.createElement(tag);
  if (name) element.className = name;
  element.append(...inside);
  return element;
};

/** The text, with a one-time code standing out. */
const textOf = (message) => {
  const [before, code, after] = message.text.split(/(?<!\d)(\d{6})(?!\d)/);
  if (message.channel !== "sms" || !code) return [message.text];
  return [before, make("span", "slip-code", code), after];
};

const slip = (message) => {
  const at = make("time", "", time.format(message.at));
  at.dateTime = new Date(message.at).toISOString();
  const card = make(
    "article",
    "slip",
    make("header", "", make("span", "slip-channel", words.channels[message.channel]), at),
    make("h2", "", message.title),
    make("p", "", ...textOf(message)),
    make("footer", "", `${words.to} ${message.to} · ${words.states[message.state]}`),
  );
  card.dataset.id = message.id;
  return card;
};

let shown = "";
const draw = (messages) => {
  const now = JSON.stringify(messages);
  if (now === shown) return;
  shown = now;
  list.replaceChildren(
    ...(messages.length ? messages.map(slip) : [make("p", "outbox-empty", words.empty)]),
  );
};

const refresh = async () => {
  try {
    const answer = await fetch("/api/outbox");
    if (!answer.ok) throw new Error(String(answer.status));
    draw((await answer.json()).messages);
    if (code) code.textContent = (await (await fetch("/outbox/code")).json()).code;
    lost.textContent = "";
  } catch {
    lost.textContent = words.lost;
  }
  setTimeout(refresh, 2000);
};
refresh();
