/** The number under which a rule can be looked up. Null for what is no rule of training, such as a run in the way. */
export function ruleNumber(rule: string): string | null {
  return /^(?:C|AD|CHK|WEEK|GAP|ILL)\d+$/.test(rule) ? rule : null;
}
