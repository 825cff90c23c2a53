/** Between `seconds` and twice that, so that those who were sent away together do not come back together. */
export function retryAfter(seconds: number): { readonly "Retry-After": string } {
  return { "Retry-After": String(Math.ceil(seconds * (1 + Math.random()))) };
}
