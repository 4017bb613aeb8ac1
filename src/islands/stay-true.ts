/** Says something now and again while the page is open: one left open, or brought back by the browser, goes on telling the truth. */
export function stayTrue(tell: (now: Date) => void): void {
  const again = () => {
    if (document.visibilityState === 'visible') tell(new Date());
  };
  tell(new Date());
  document.addEventListener('visibilitychange', again);
  setInterval(again, 30_000);
}
