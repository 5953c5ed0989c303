/**
 * Words that carry no topic: English function words and the chatter of a question ("which paper", "anything about").
 * Left out of word search; character n-grams and vectors never see them either.
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    "a about above after again all also am an and any anybody anyone anything are as at be because been before being " +
    "below between both but by can cannot could did do does doing done down during each else et etc every for from " +
    "further get gets give gives go goes got had has have having he her here hers him his how i if in into is it its " +
    "itself just let like ll may me might mine more most much must my no nor not of off ok on once only onto or other " +
    "our ours out over own per please pls same she should so some somebody someone something such than that the their " +
    "theirs them then there these they this those though through to too under until up upon us very via was we were " +
    "what when where whether which while who whom whose why will with within without would yes yet you your yours " +
    "d m re s t ve im isn isnt aren arent don dont doesn doesnt didn didnt wasn wasnt won wont couldn shouldn wouldn " +
    "paper papers article articles find found know show tell want need looking search recommend explain explained stuff thanks thank hi hello hey lol"
  ).split(" "),
);
