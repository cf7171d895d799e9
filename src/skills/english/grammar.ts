const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Words for oneself and one's company: a sentence with one of them tells of us. */
export const OURSELVES = words("i we my our us me");

/** The agent as the one who speaks or acts. */
export const SPEAKERS = words("i we");

/** Words for the customer and theirs: a sentence with one of them tells of them. */
export const THEM = words("you your he she his her him");

/** Words that show a sentence to be past, conditional or denied, so that a time in it is no promise. */
export const NOT_TO_COME = words("was were had did should would after not no never");

/** Words by which a sentence looks back: with the customer's own words in it, it says back what happened to them. */
export const LOOKS_BACK = words("was were had no not never still again twice told promised broken without");

/** Words by which a sentence looks ahead, or tells of what is done. */
export const LOOKS_AHEAD = words("will can could going now please let's been");

/** Words that deny what follows them; a gap in a phrase does not skip them. */
export const DENIES = words("not never no without");

/** Words after "but" that carry on the customer's story and do not take anything back. */
export const STORY_GOES_ON = words("you your nobody he she they i");

/** Words after which a bare "ill" stands for "I will". */
export const MAY_PRECEDE_I_WILL: ReadonlySet<string | undefined> = new Set([
  undefined,
  ...words("and so but then or now ok yes"),
]);

/** Titles and short forms whose full stop ends no sentence. */
export const ABBREVIATED = /(?:^|[\s(])(?:mr|mrs|ms|dr|st|prof|e\.g|i\.e|approx|vs)\.$/i;

/** Where a clause ends: a mark, or a joining word before a new subject or verb. */
export const ENDS_CLAUSE =
  /[;:—–](?=\s)|,(?=\s)|\s-\s|\s(?=(?:and|but|so|because|though|while)\s(?:i|we|you|it|that|there|he|she|they|please|can|could|what|when|which|where|how|do|did|is|are)(?:['’]\p{L}+)?\b)/giu;

/** Words that open a question which cannot be answered with yes or no; "why" is left out, as it blames as often as it asks. */
export const ASKS_OPENLY = words("what where which when who how");

/** A question as chat writes it, without its mark. */
export const BARE_QUESTION =
  /^(?:and |so |but |ok )?(?:(?:what|which|where|when|who|how)(?:['’]?s| \w+)|(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would) (?:you|u|it|he|she|they|there|that|this|the|your|ur))\b/i;

/** Words with which somebody is greeted, and words that may stand beside the name. */
export const GREETS = words("hi hello hey hiya dear good morning afternoon evening");
export const GREETED = words("there all both again everyone everybody team mr mrs ms miss mx dr madam sir");

/** A sentence that turns against the one before it. */
export const TURNS =
  /^(?:but|however|unfortunately|that being said|having said that|nevertheless|nonetheless)\b/i;

/** A sentence that turns towards help. */
export const TURNS_TO_HELP = /^but (?:i|we)(?:['’](?:ll|m|re|ve)| will| can| am| are| have)\b/i;

/** An apology, in a message that is not read closely. */
export const APOLOGY = /\b(?:sorry|soz|apologi[sz]e|apologies)\b/i;

/** Words with which a sentence begins that asks, and says nothing back. */
export const BEGINS_TO_ASK = words(
  "what when where why who whom whose how which do does did is are was were can could would will have has had should may",
);

/** Words for listening: "I heard that …" tells of what was heard, not of oneself. */
export const HEARS = words("hear heard hearing understand understood gather listened");
