import { joinWords } from "./join-words.ts";

/** The membership terms. */
export function Terms() {
  return (
    <div class="terms">
      {joinWords.value.terms.map(([title, text]) => (
        <section key={title}>
          <h3>{title}</h3>
          <p>{text}</p>
        </section>
      ))}
    </div>
  );
}
