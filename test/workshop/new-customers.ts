import type { Answers } from "../../src/workshop/new-flow.ts";

/** What trainers of several trades might answer about a new customer: in few words, in many, and in odd characters. */
export const NEW_CUSTOMERS: Record<string, Answers> = {
  "a-torn-tent": {
    name: "Rosa Lindqvist",
    happened: "The tent tore on its first night.",
    stakes: ["the children", "our only holiday", "rain"],
    feelings: ["let down", "cold", "foolish"],
    fact: { about: "when they travel on", told: "We leave for the coast on Thursday." },
    offer: "send another tent to the campsite.",
  },
  "few-words": {
    name: "Bo",
    happened: "It broke",
    stakes: ["work"],
    feelings: ["angry"],
    fact: { about: "time", told: "At six" },
    offer: "a refund",
  },
  "many-words": {
    name: "Prof. Maximiliane von und zu Hohenstein-Waldburg the Younger of Lower Saxony and Beyond",
    happened:
      "I ordered a hearing aid battery charger for my father in the spring, it came with the wrong plug, I sent it back twice, and last week I was told by somebody on the phone that my case had been closed without anybody ever looking at the photographs that I had sent along with the second parcel",
    stakes: [
      "my father",
      "his hearing",
      "the eightieth birthday dinner on Sunday evening",
      "forty guests",
      "speeches",
      "my brother who said I should never have ordered it online",
      "his first dinner without my mother",
    ],
    feelings: ["worn out", "not taken seriously", "afraid of the evening", "ashamed in front of my brother"],
    fact: {
      about:
        "which kind of plug their father's charger at home really needs and whether it has to be earthed",
      told: "He has the old round sockets, the ones without an earth, in every room but the kitchen, and he can't get down to the one behind the fridge any more",
    },
    offer:
      "You can have the right charger brought over by a courier on Saturday and take the wrong one along",
  },
  "odd-characters": {
    name: "Zoë O’Neill-Müller",
    happened: "The “déjà vu” sign: it fell down — twice! (50% of our café’s front)",
    stakes: ["the café’s opening @ 7", "our #1 regulars", "{two} <jobs>"],
    feelings: ["*furious*", "let-down", "“done”"],
    fact: {
      about: "what’s left of the wall & who owns it?",
      told: "Half of it's ours; the other half is the neighbour's: she's called Åse.",
    },
    offer: "Send a fitter by Friday / pay for the glass!",
  },
  "a-hotel": {
    name: "Mr. Hendrik van der Meer",
    happened: "The front desk gave our wedding suite to somebody else.",
    stakes: ["our wedding night", "grandmother's flight", "eighty guests"],
    feelings: ["humiliated", "furious", "tired"],
    fact: {
      about: "arrival of the grandmother",
      told: "My grandmother lands at nine and she cannot climb stairs.",
    },
    offer: "offer them the garden house for three nights",
  },
  "a-bank": {
    name: "Amara Okafor",
    happened: "My card was blocked in the middle of my weekly shop.",
    stakes: ["the queue behind me", "my daughter", "groceries"],
    feelings: ["embarrassed", "anxious"],
    fact: { about: "their last payment abroad", told: "I paid for a train in Lyon last night." },
    offer: "we can unblock the card after two questions",
  },
  "a-vet": {
    name: "Ingrid Solheim",
    happened: "Our dog was sent home with the wrong tablets.",
    stakes: ["Balder", "his kidneys", "the night ahead"],
    feelings: ["frightened", "betrayed"],
    fact: {
      about: "how many tablets he has had",
      told: "Two of the white ones, one at noon and one at six.",
    },
    offer: "have the night vet call them within the hour",
  },
  "a-software-firm": {
    name: "Kenji",
    happened: "The export deleted three months of invoices.",
    stakes: ["tax deadline", "my clients", "three months of work"],
    feelings: ["panicked", "sick"],
    fact: { about: "deadline", told: "The tax office wants them by Monday noon." },
    offer: "restore last night's backup",
  },
};
