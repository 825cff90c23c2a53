/**
 * Answers of a pure function, kept by a text that says the whole question. Forgets all of them at `max`, so that a server of
 * many runners does not grow.
 */
export function remember<Answer>(max: number): (question: string, answer: () => Answer) => Answer {
  const answers = new Map<string, Answer>();
  return (question, answer) => {
    const known = answers.get(question);
    if (known !== undefined) return known;
    const made = answer();
    if (answers.size >= max) answers.clear();
    answers.set(question, made);
    return made;
  };
}
