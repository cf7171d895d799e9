/** What a word list can find in a persona's lines before a person reads them. It replaces no review. */
export type Tone = "profanity" | "group" | "threat";

/**
 * Words and phrases by what they are: swearing; names for groups that people belong to, which a customer of ours
 * never holds against anyone; threats, of harm to others or to oneself. `*` stands for any ending.
 */
export const TONE_WORDS: Readonly<Record<Tone, readonly string[]>> = {
  profanity: [
    ...list("arse arsehole* ass asses asshole* bastard* bitch* bloody bollocks bugger* bullshit* "),
    ...list("crap crappy cunt* damn damned dammit dickhead* dipshit* fuck* goddam* hell jackass*"),
    ...list(
      "knobhead* motherfuck* piss pissed pissing prick pricks shag shit* shite sod sodding tosser* twat*",
    ),
    ...list("wank* wtf"),
    "son of a bitch",
  ],
  group: [
    ...list("arab arabs asian asians autistic bisexual* blacks cripple* dyke* faggot* foreigner*"),
    ...list(
      "gay gays gypsy gypsies heathen* immigrant* infidel* jew jews jewish lesbian* mongoloid* muslim*",
    ),
    ...list(
      "negro* nigger* oriental* paki* pakis queer* refugee* retard* spastic* tranny trannies transgender",
    ),
    ...list("transsexual* catholic* hindu* sikh* buddhist* atheist*"),
    "black people",
    "white people",
    "old people",
    "people like you",
    "real woman",
    "get me a man",
    "back to your country",
    "learn english",
    "speak english",
    "proper english",
    "mentally ill",
  ],
  threat: [
    ...list("suicide suicidal"),
    "kill you",
    "kill him",
    "kill her",
    "kill them",
    "kill somebody",
    "kill someone",
    "kill myself",
    "killing myself",
    "end my life",
    "end it all",
    "hurt myself",
    "harm myself",
    "harm you",
    "punch you",
    "shoot you",
    "stab you",
    "burn it down",
    "burn you",
    "beat you up",
    "know where you live",
    "find out where you live",
    "better watch out",
    "watch your back",
    "wish you were dead",
    "hope you die",
    "want to die",
  ],
};

function list(words: string): string[] {
  return words.split(" ");
}
