/** In another page, what that page has waiting comes first: its reader may be typing. A hub that is the `whole` page goes on. */
export async function endTask(whole: boolean): Promise<void> {
  if (!whole) {
    await new Promise((resolve) => setTimeout(resolve));
  }
}
