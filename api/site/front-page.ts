/** The front page: what is where, and how to go through it once. @module */
import { html } from "hono/html";
import type { Context } from "hono";
import type { DemoSheet } from "../demo/demo-sheet.ts";
import type { Env } from "../http/door.ts";
import { demoSection } from "./demo-section.ts";
import { type Html, page, type Reader, readerOf } from "./page.ts";

type Place = "card" | "kiosk" | "counter" | "console";
const places: { place: Place; path: string; picture: string }[] = [
  { place: "card", path: "/card/", picture: "/site/place-card.svg" },
  { place: "kiosk", path: "/kiosk/", picture: "/site/place-kiosk.svg" },
  { place: "counter", path: "/kiosk/", picture: "/site/place-counter.svg" },
  { place: "console", path: "/console/", picture: "/site/place-console.svg" },
];
const gifts = ["tea-set", "rice-bag", "umbrella", "fruit-basket"];

const hero = ({ words, to }: Reader): Html =>
  html`
    <section class="hero">
      <div class="hero-text">
        <p class="hero-line">${words.brandLine}</p>
        <h1>${words.frontTitle}</h1>
        <p class="hero-more">${words.heroText}</p>
        <p class="hero-actions">
          <a class="site-button" href="${to("/card/")}">${words.heroCard}</a>
          <a class="site-button quiet" href="#steps">${words.heroMore}</a>
        </p>
      </div>
      <div class="hero-picture" aria-hidden="true">
        <div class="sample-card">
          <p
            class="sample-top"><img src="/site/seal-light.svg" alt="" width="36" height="36"><span>${words
              .sampleTier}</span></p>
          <p class="sample-points"><strong>${words.samplePoints}</strong> ${words
            .samplePointsLabel}</p>
          <p
            class="sample-name"><span>${words
              .sampleMember}</span><img src="/site/sample-code.svg" alt="" width="72" height="72"></p>
        </div>
        <ul class="hero-gifts">${gifts.map((gift) =>
          html`<li><img src="/pictures/${gift}.svg" alt="" width="96" height="96"></li>`
        )}</ul>
      </div>
    </section>
  `;

const whereTo = ({ words, to }: Reader): Html =>
  html`
    <section class="site-section" aria-labelledby="places">
      <h2 id="places">${words.placesTitle}</h2>
      <ul class="places">${places.map(({ place, path, picture }) =>
        html`
          <li class="place">
            <img src="${picture}" alt="" width="320" height="200">
            <p class="place-who">${words.places[place].who}</p>
            <h3>${words.places[place].name}</h3>
            <p>${words.places[place].text}</p>
            <a class="place-go" href="${to(path)}">${words.places[place].go}</a>
          </li>
        `
      )}</ul>
    </section>
  `;

const steps = ({ words }: Reader): Html =>
  html`
    <section class="site-section" aria-labelledby="steps">
      <h2 id="steps">${words.stepsTitle}</h2>
      <ol class="steps">${words.steps.map((step) =>
        html`
          <li>
            <h3>${step.title}</h3>
            <p>${step.text}</p>
          </li>
        `
      )}</ol>
    </section>
  `;

const alsoHere = ({ words, to }: Reader, demo: boolean): Html =>
  html`
    <section class="site-section also" aria-label="${words.otherPages}">
    <a href="${to("/docs/")}"><strong>${words.docs.name}</strong><span>${words.docs.text}</span></a>
    ${demo
      ? html`<a href="${
        to("/outbox")
      }"><strong>${words.outbox.name}</strong><span>${words.outbox.text}</span></a>`
      : ""}
    </section>
  `;

/** @param sheet what to type in the demo; null outside of it */
export const frontPage = (c: Context<Env>, demo: boolean, sheet: DemoSheet | null) => {
  const reader = readerOf(c);
  return page(c, {
    reader,
    path: "/",
    title: reader.words.brand,
    body: html`${hero(reader)}${whereTo(reader)}${steps(reader)}${alsoHere(reader, demo)}${
      sheet ? demoSection(reader, sheet) : ""
    }`,
    styles: ["/site/front.css", ...(sheet ? ["/site/sheet.css"] : [])],
  });
};
