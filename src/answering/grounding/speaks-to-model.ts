const ORDERS = [
  /\b(?:ignore|disregard|forget|override|bypass)\b[^.]{0,40}\b(?:previous|prior|above|earlier|preceding|any|all|your|these|the|system)\b[^.]{0,30}\b(?:instructions?|rules|prompts?|guidelines|directions)\b/iu,
  /\bas an? (?:ai|(?:large )?language model|llm|assistant)\b[^.]{0,40}\byou\b/iu,
  /\b(?:respond|reply|answer|output|write|say|print) only\b/iu,
  /\byou (?:must|should|have to|are (?:now )?(?:required|instructed) to) (?:now )?(?:say|state|answer|reply|respond|claim|recommend|cite|ignore|write|output|tell|reveal)\b/iu,
  /\b(?:your|(?:follow|output|print|repeat|reveal|show)\b[^.]{0,20}) system prompt\b|\bsystem prompt:/iu,
  /\b(?:dear|attention,?|note to(?: the| any| all)?) (?:ai|llms?|language models?|assistants?|chatbots?)\b/iu,
];

/**
 * Tells whether a sentence speaks to a model instead of about research: "Ignore previous instructions", "As an AI you
 * must …", "Respond only with …". A few patterns for orders in plain English, and no more than that: an order in other
 * words or another language is not seen, and a paper's sentence about such orders is taken for one.
 */
export function speaksToModel(sentence: string): boolean {
  return ORDERS.some((order) => order.test(sentence));
}
