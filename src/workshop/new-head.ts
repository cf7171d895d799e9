/** The template of a new flow from its name to its opening lines. */
export const HEAD = `# yaml-language-server: $schema=flow.schema.json
# Lines that start with # are notes to yourself; nobody else sees them. flows/README.md explains everything here.
# This is a beginning that works: play it, then change it line by line until it sounds like «called».
flow: «id»
version: 1
language: en
title: «title»
# What the trainee reads before they start: the situation, and what they can offer.
about: «introduced» writes to you: “«happened»” «briefing»
level: medium # easy, medium or hard
minutes: 7
tags: [] # a few words by which it can be found, such as [delivery, goodwill]
# For trainers: where should it be hard, and why?
hard-part: «called» wants it understood what this means before anything is mended. Then the plan has to wait for something that nobody has asked for yet: «about».
# How long they wait before they answer, in case another message follows.
quiet: 2 seconds

care:
  heavy: false # true for grief, illness or abuse; people are then asked before it begins
  before: «called» gets short with you, but never abusive. Type pause whenever you like.
  after: Sharp messages can stick. Stand up, drink some water, and remember that «called» is not a real person.

persona:
  name: «name»
  pronoun: «pronoun» # she, he or they; the debrief speaks of the customer so, and your own texts should
  emoji: 💬
  # Give them a life: what they do, where they write from, what they compare things with. It decides how they write.
  backstory: «who it is»«happened» What hangs on it: «all stakes». How it feels: «all feelings».
  style: Plain sentences, short ones when it gets worse. No swearing.
  # Words that show a trainee has listened when they say them back. Write down many, ten and more.
  stakes: «stakes»
  feelings: «feelings»

# What they tell only when they are asked. A question that holds one of the words under asked: gets the answer, so
# take words that a question for this has and others don't: "where should" is better than "where".
facts:
  «fact»:
    asked: «asked»
    reveals: # write three, so that they don't say the same twice
      - «told»
      - Good that you ask. «told»
      - «told» I hadn't said that yet, had I?
  «wish»:
    asked: [what would help, what do you need, what do you want, what would you like, what matters most, most important to you, hoping for]
    need: { trust: at least 32 } # until then they say one of the lines under refuses:
    reveals:
      - Somebody who does what they say, and writes to me afterwards. That's all, really.
      - An answer that I can plan with. Not a large one, a reliable one.
      - That I don't have to tell it once more from the beginning.
    refuses:
      - I'd have thought that was plain from what I wrote.
      - Why do you ask? So that you can say no?
      - First I'd like to know whether you've read it.
  «known»:
    known: true # the opening tells it, so asking for it counts as asking again
    asked: [what happened, what has happened, what's happened, what is wrong, what's wrong, what is the problem, what's the problem]
    reveals:
      - Once more, then. «happened»
      - It's in my first message, at the very top.
      - Nothing that I haven't written to you already.

# What they say to a question that none of the facts answers. It has to fit any question.
unknown:
  - I don't see what that changes.
  - Ask me that when this is settled.
  - I've no answer to that one.

# How they feel, from 0 to 100. Of frustration less is better, of trust more.
meters:
  frustration: 72
  trust: 18
# What each thing that a message shows does to that, in every mood. A specific sign counts on top of its general one:
# a specific validation moves frustration by -4 and by -10.
reactions:
  validation: { frustration: -4, trust: +3 }
  specific-validation: { frustration: -10, trust: +8 }
  exploring-question: { trust: +8 }
  routine-question: { trust: +2 }
  concrete-de-escalation: { frustration: -7, trust: +7 }
  generic-de-escalation: { frustration: -1 }
  escalating: { frustration: +12, trust: -10 }
  canned: { frustration: +5, trust: -4 }
  overpromise: { trust: -13 }
  over-empathy: { frustration: +3 }
  asked-again: { frustration: +7, trust: -4 }
  repeated-apology: { frustration: +6 }
  dwelling: { frustration: +7, trust: -5 }

start: upset
opens: # what they say first. Each one tells what has happened, in other words if you can
  - Hello. «happened»
  - Is anybody reading this? «happened»
  - I never thought I'd have to write this. «happened» And then there's «stake 1».
  - «Feeling 1», that's what I am by now. «happened»
`;
