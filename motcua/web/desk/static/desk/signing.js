/*
 * Has the agent on the officer's computer sign what a form carries, puts the answer into the form and sends it.
 *
 * <form method="post" data-agent="http://127.0.0.1:8713"
 *       data-agent-choosing="…" data-agent-signing="…" data-agent-sending="…" data-agent-away="…">
 *   <p role="status" aria-live="polite" data-agent-says></p>
 *   <!-- to sign: what the server prepared (motcua.signing.token.request), and where the reply goes -->
 *   <input type="hidden" data-agent-request value="{…}"> <input type="hidden" name="reply" data-agent-reply>
 *   <!-- or to choose a certificate: a list that is filled, and where the one chosen goes, as JSON -->
 *   <select data-agent-certificates required></select> <input type="hidden" name="certificate" data-agent-reply>
 *   <button>…</button>
 * </form>
 *
 * A form with a list is filled as the page opens. All words come from the page.
 */
"use strict";

class Refused extends Error {}

for (const form of document.querySelectorAll("form[data-agent]")) {
  const part = (name) => form.querySelector(`[data-agent-${name}]`);
  const say = (text) => { part("says").textContent = text; };
  const told = form.dataset;

  async function ask(path, body) {
    const headers = { "Accept-Language": document.documentElement.lang };
    if (body) headers["Content-Type"] = "application/json";
    const asked = { method: body ? "POST" : "GET", headers, body, mode: "cors", credentials: "omit", cache: "no-store" };
    const answer = await fetch(told.agent + path, { ...asked, targetAddressSpace: "loopback" });
    const said = await answer.json();
    if (!answer.ok) throw new Refused(said.refused);
    return said;
  }

  async function work(begins, task) {
    const buttons = form.querySelectorAll("button");
    form.setAttribute("aria-busy", "true");
    buttons.forEach((button) => { button.disabled = true; });
    say(begins);
    try {
      await task();
    } catch (error) {
      say(error instanceof Refused ? error.message : told.agentAway);
    } finally {
      buttons.forEach((button) => { button.disabled = false; });
      form.removeAttribute("aria-busy");
    }
  }

  const list = part("certificates");
  const held = new Map();

  function fill(certificates) {
    for (const one of certificates) {
      held.set(one.sha256, one);
      list.add(new Option(`${one.subject} – ${one.issuer} (${one.until.slice(0, 10)})`, one.sha256));
    }
    say("");
  }

  if (list) work(told.agentChoosing, async () => fill((await ask("/certificates")).certificates));

  form.addEventListener("submit", (event) => {
    if (list) {
      const { certificate, issuers } = held.get(list.value);
      part("reply").value = JSON.stringify({ certificate, issuers });
      return;
    }
    event.preventDefault();
    if (form.hasAttribute("aria-busy")) return;
    work(told.agentSigning, async () => {
      part("reply").value = JSON.stringify(await ask("/sign", part("request").value));
      say(told.agentSending);
      form.submit();
    });
  });
}
