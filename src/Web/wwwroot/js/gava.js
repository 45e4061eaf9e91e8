// Small comforts. Every page works the same without this file.

// A form that has been sent is not sent twice; coming back by the back button wakes it up again.
addEventListener("submit", event => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = "true";
  event.submitter?.setAttribute("data-pending", "");
  setTimeout(wake, 8000);   // the answer may have been a file, and the page still here
});
addEventListener("pageshow", wake);

function wake() {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
  for (const button of document.querySelectorAll("[data-pending]")) button.removeAttribute("data-pending");
}

// Personal data is shown while one types: <textarea data-mask-preview="address" data-mask-output="id">.
for (const area of document.querySelectorAll("textarea[data-mask-preview]")) {
  const output = document.getElementById(area.dataset.maskOutput);
  if (!output || !area.dataset.maskPreview) continue;
  let wait, asked;

  const preview = async () => {
    asked?.abort();
    asked = new AbortController();
    const body = new FormData();
    body.set("text", area.value);
    const token = area.form?.elements["__RequestVerificationToken"];
    if (token) body.set(token.name, token.value);
    try {
      const answer = await fetch(area.dataset.maskPreview, { method: "POST", body, signal: asked.signal });
      if (answer.ok && !answer.redirected) output.innerHTML = await answer.text();
    } catch {
      // No preview now; the next page shows the findings all the same.
    }
  };

  area.addEventListener("input", () => {
    clearTimeout(wait);
    wait = setTimeout(preview, 400);
  });
  if (area.value.trim()) preview();
}
