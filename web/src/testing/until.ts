/** Waits until `condition` holds, looking every 10 ms. Throws with `what` after `within` ms. */
export async function until(what: string, condition: () => boolean, within = 15_000): Promise<void> {
  const start = performance.now();
  while (!condition()) {
    if (performance.now() - start > within) throw new Error(`Not within ${within} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
