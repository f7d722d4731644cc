/** Whether there is a call and it has been answered here. */
export const isAnswered = <Call extends { readonly answeredAt: number | null }>(
  call: Call | null,
): call is Call & { readonly answeredAt: number } => call !== null && call.answeredAt !== null;
