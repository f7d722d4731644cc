/** Whether there is a SIP call and this phone has answered it. */
export const isAnswered = <Call extends { readonly answeredAt: number | null }>(
  call: Call | null,
): call is Call & { readonly answeredAt: number } => call !== null && call.answeredAt !== null;
