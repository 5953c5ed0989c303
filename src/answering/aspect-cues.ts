/** What the papers' own words say of a problem, a method or a result; a cue that says more weighs more. */
type Cues = readonly (readonly [cue: RegExp, weight: number])[];

const PROBLEM: Cues = [
  [
    /\bhowever\b|\bchalleng|\blimit(?:s|ed|ation|ing)\b|\black(?:s|ing)?\b|\bstruggl|\bsuffer|\bfail(?:s|ing|ure)?\b|\bexpensive|\bcostly|\bprohibitive|\bdifficult|\bhard(?:er)?\b(?! constraint)|\bbottleneck|\bhinder|\bhamper|\bimped|\bscarc|\binefficien|\bintractable|\bdrawback|\bshortcoming|\bobstacle|\bbarrier|\bneglect|\boverlook|\bunclear|\bunknown|\bunder-?explored|\blittle is known|\bseldom|\brarely|\bopen (?:problem|question)|\bproblem\b(?! sol)/iu,
    1.5,
  ],
  [
    /\b(?:existing|previous|prior|current|conventional|earlier|traditional|standard|most|many) (?:[\p{L}-]+ ){0,3}(?:methods?|approaches|works?|models?|techniques?|systems?|solutions?|algorithms?|studies|networks?|ones|research)\b/iu,
    1,
  ],
  [
    /\b(?:usually|often|typically|mostly|generally|commonly|increasingly|must|cannot|can only|requires?|demands?|slow|too|only|yet|but|although|whereas|while)\b/iu,
    0.5,
  ],
  [
    /^(?:how|whether|the (?:question|problem|goal|aim|task|setting))\b|\b(?:question|goal|aim|task) is\b|\baims? to\b/iu,
    0.75,
  ],
];

/** Whoever did the work, at work: what they do is the paper's own, and no longer what was there before. */
const OWN = String.raw`\b(?:we|(?:the|its|their) authors|(?:this|the|our|their) (?:technical )?(?:paper|work|study|article|thesis|dissertation|report|survey|review|tutorial|project))\b[^.;]{0,60}?\b`;
const MAKES =
  "propos|introduc|present|develop|design|buil[dt]|describ|devis|formulat|reformulat|construct|creat|deriv|adapt|extend|combin|adopt|collect|appl(?:y|ies)|train|releas|recast|turn|survey|review|put forward|establish";
const LOOKS =
  "uses?|stud(?:y|ies)|investigat|analy[sz]|examin|explor|fit|give|offer|treat|tackl|address|look|ask|revisit|rethink|formali[sz]|characteri[sz]|estimat|trac|cover|seek|consider";
const FINDS =
  "show|find|found|observ|prov|identif|demonstrat|discover|notic|confirm|see|test|measur|compar|evaluat|conduct|achiev|argue";

const MAKING = new RegExp(`${OWN}(?:${MAKES})`, "iu");
const METHOD: Cues = [
  [MAKING, 2],
  [new RegExp(`${OWN}(?:${LOOKS})`, "iu"), 1.25],
  [/\b(?:is|are|was|were) (?:proposed|introduced|presented|developed|built|designed|trained|reviewed)\b/iu, 1],
  [
    /\b(?:uses?|using|based on|by \p{L}+ing|instead|rel(?:y|ies) on|combin(?:es|ing)|adds?|appl(?:y|ies)|replaces?|splits?|learns?|integrates?|treats?|builds? on|employs?|consists? of|generates?|trains?|selects?|maps?|joins?|pairs?|extends?|adapts?|adopts?)\b/iu,
    0.75,
  ],
  [/\b(?:novel|new|framework|algorithm|architecture|idea|approach|method)\b/iu, 0.25],
];

const RESULT: Cues = [
  [
    /\b(?:out-?perform|surpass|exceed|beat(?:s|ing)?\b|achiev|attain|reach(?:es|ed|ing)?\b|obtain|state[- ]of[- ]the[- ]arts?\b|SOTA\b|outpac)/iu,
    1.5,
  ],
  [
    /\b(?:results?|experiments?|experimental(?:ly)?|empirical(?:ly)?|simulations?|evaluations?|extensive|findings?|tests)\b/iu,
    1,
  ],
  [
    /\b(?:show(?:s|ed|ing|n)?|demonstrat\p{L}*|find(?:s)?|found|reveal\p{L}*|suggest(?:s|ed|ing)?|confirm\p{L}*|indicat\p{L}*|prov(?:e|es|ed|en|ing|ably)|turns? out)\b/iu,
    0.75,
  ],
  [
    /\b(?:improv\p{L}*|faster|quicker|fewer|higher|lower|better|best|gains?|speed-?ups?|reduc\p{L}*|match(?:es|ed|ing)?|comparable|competitive|on par|drops?|rises?|falls?|cuts?|saves?|accelerat\p{L}*|halv\p{L}*|doubl\p{L}*|more accurate|close to|within|significant\p{L}*)\b/iu,
    1,
  ],
];

const OUTLOOK = /\b(?:hope|future|aim is|shed light|pave|inform|insights? into|we discuss)\b/iu;

/** Where code and data are is no statement about the work. */
const AVAILABILITY =
  /^(?:[^.:]{0,90}: ?)?(?:https?:\/\/|[\w-]+\.\w+\/)\S+$|^[\p{L}\s,’'&/-]{0,60}\b(?:codes?|data|models?|project|page|website|checkpoints?|implementation|demo|weights|datasets?|resources|materials?)\b.{0,60}\b(?:available|public|released?|open-sourced?|found|promised|https?:)/iu;

/** Whether a sentence says no more than where something can be had. */
export function isAvailability(sentence: string): boolean {
  return AVAILABILITY.test(sentence);
}

const LEANING =
  /^(?:it|its|they|their|these|this|such|here|then|moreover|furthermore|additionally|in addition|also|second|for example|to \p{L}+ (?:this|these|it|that|such))\b/iu;
/** A sentence of fewer words says little: "X addresses the two obstacles." */
const LEAST_WORDS = 7;

/** Characters that may stand before a name at the start of a sentence: "On 8 tasks, ", "The resulting ". */
const NEAR_START = 40;

const ANNOUNCEMENT = new RegExp(`${OWN}(?:${MAKES}|${LOOKS}|${FINDS})`, "iu");

/** Whether a sentence says what the paper brings: "we propose", or it begins with one of the paper's own names. */
export function isAnnouncement(sentence: string, names: readonly string[]): boolean {
  return (
    ANNOUNCEMENT.test(sentence) || names.some((name) => mentions(sentence.slice(0, name.length + NEAR_START), name))
  );
}

/** Whether a sentence says little without the one before it. */
export function leansBack(sentence: string): boolean {
  return LEANING.test(sentence) || sentence.split(" ").length < LEAST_WORDS;
}

/** How much a sentence sounds like each aspect, by its words alone: 0 and up, but for an outlook. */
export function cuesOf(sentence: string, names: readonly string[]): Record<"Problem" | "Method" | "Result", number> {
  const weigh = (cues: Cues): number => cues.reduce((sum, [cue, weight]) => sum + (cue.test(sentence) ? weight : 0), 0);
  return {
    Problem: weigh(PROBLEM),
    Method: weigh(METHOD) + (names.some((name) => mentions(sentence, name)) ? 0.75 : 0),
    Result: weigh(RESULT) - (OUTLOOK.test(sentence) ? 1.5 : 0),
  };
}

function mentions(text: string, name: string): boolean {
  return text.toLowerCase().includes(name.toLowerCase());
}
