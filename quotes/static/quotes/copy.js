// Copying: buttons, hidden until this script shows that they work, and the citations of quotes in a list.
(() => {
  if (!navigator.clipboard) return;
  const told = document.getElementById("told");

  const tell = (words) => {
    told.textContent = words;
    setTimeout(() => { told.textContent = ""; }, 2400);
  };
  const copy = async (words) => {
    try {
      await navigator.clipboard.writeText(await words);
      return told.dataset.copied;
    } catch {
      return told.dataset.refused;
    }
  };
  const fetched = async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(answer.statusText);
    return answer.text();
  };

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    const label = button.textContent;
    button.textContent = await copy(document.getElementById(button.dataset.copy).textContent.trim());
    setTimeout(() => { button.textContent = label; }, 1600);
  });
  document.addEventListener("copy-citation", async (event) => tell(await copy(fetched(event.detail))));
  for (const button of document.querySelectorAll("[data-copy]")) button.hidden = false;
})();
