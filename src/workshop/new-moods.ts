import type { Answers } from "./new-flow.ts";
import { firstName, text } from "./new-flow-text.ts";

/** The moods of a new flow, from its opening lines on. */
export function newMoods({ name, happened, fact }: Answers, factName: string): string {
  const first = firstName(name);
  return `start: upset
opens: # what they say first; write four
  - ${text(happened)}
  - ${text(`Is anybody reading this? ${happened}`)}

moods:
  upset:
    emoji: 😠
    feels: Nobody has understood yet what this means for me.
    calls-for: [validation]
    hint:
      - ${text(`What does ${first} need before a fix?`)}
      - Say back what has happened to them, in their words.
    says: # when no rule fits; these lines must suit any message, also "hello"
      - I still don't know whether you've read what I wrote.
      - And what does that mean for me now?
      - I'd like an answer that fits my case.
      - Go on, then.
    rules: # read from the top; the first one that fits happens
      - when: escalating
        says:
          - I didn't write to you to be spoken to like that.
          - That makes it worse, and I hope you can see why.
          - All right. So that's how it is.
        because: The line pushed away somebody who had come for help.
        go: cold
      - when: premature-solution
        feel: { frustration: +8, trust: -4 }
        says:
          - That was quick. Do you know yet what has happened here?
          - An answer before you've heard the question.
          - I'm not there yet. First I'd like to know that you've understood.
        because: The fix came before they felt heard.
      - when: specific-validation
        says:
          - Yes. That's it. Thank you.
          - Right. You've read it.
          - Exactly. So what now?
        because: You said back what it means for them.
        go: open
      - when: [validation, question]
        says:
          - All right, you do want to know.
          - Fair enough. I'll tell you.
          - Okay. Ask.
        because: A kind word and a real question together showed that somebody is at work.
        go: open
      - when: validation
        says:
          - That's kind. It would fit anybody, though.
          - Thank you. It doesn't say much about my case.
          - I've read that sentence before.
        because: General kind words fit any complaint.

  cold:
    emoji: 😤
    feels: I was brushed off. Once more, and I'm gone.
    calls-for: [validation, de-escalation]
    hint:
      - What would you want to hear after such a line?
      - Own it in one sentence, then name one thing that you do yourself.
    says:
      - I'm not sure that this is going anywhere.
      - You have one more try.
      - I'm still waiting for a sentence about me.
      - Hm.
    rules:
      - when: escalating
        says:
          - That's the second time. I'll leave it there.
          - No. I've had enough of this.
        because: A second push told them that nothing would change.
        go: left
      - when: repair
        says:
          - All right. That took some courage.
          - Okay. Start again, then.
        because: You took back what came before.
        go: upset
      - when: specific-validation
        says:
          - That sounds more like somebody who listens.
          - Better. I'm still cross.
        because: You said what it really was, and that takes the heat out of it.
        go: upset
      - when: concrete-de-escalation
        says:
          - Good. That's something you can be held to.
          - We'll see.
        because: Somebody took it on.
        go: upset

  open:
    emoji: 😐
    feels: I've been heard. Now I want to see something happen.
    calls-for: [question, de-escalation]
    hint:
      - What don't you know yet that a good answer depends on?
      - ${text(`Ask about this: ${fact.about}.`)}
    says:
      - I'm listening.
      - And then?
      - What do you need from me?
      - So what happens next?
    rules:
      - when: escalating
        says:
          - And we were doing so well.
          - I had just begun to trust you.
        because: It took back what had been gained.
        go: cold
      - when: solution
        need: { knows: ${factName} }
        says:
          - Good. That would help me.
          - Yes, that fits. Thank you.
        because: The plan came after being heard and after asking, so it fits.
        go: helped
      - when: solution
        says:
          - It might. There's something you haven't asked yet.
          - Perhaps. You don't know the whole story.
        because: The plan came before the question that it depends on.
`;
}

/** What is said after the talk in a new flow, and its sample conversations. */
export const newFeedback = (
  { stakes, fact }: Answers,
  factName: string,
): string => `# How often each skill is called for in a good talk.
aims: { validation: 1, question: 1, de-escalation: 1 }

# What the trainee reads afterwards. Write example lines that a colleague could really send.
feedback:
  validation:
    well-done: You said back what it means for them.
    missed: I didn't spot a line that says back what has happened to them.
    try: ${text(`You told me what happened, and with ${stakes[0] ?? "this"} in it, no wonder you're upset.`)}
  question:
    well-done: You asked for what the answer depends on.
    missed: ${text(`I didn't spot a question about this: ${fact.about}.`)}
    try: ${text(`So that I don't guess: can you tell me more about this, ${fact.about}?`)}
  de-escalation:
    well-done: You said what you do, in words that can be checked.
    missed: I didn't spot a step that somebody takes on.
    try: I'm looking into it myself now, and I'll write to you here by four.

# Sample conversations, so that you notice when a change breaks something. npm run flows -- test
tests:
  - name: heard, asked, helped
    talk:
      - show: [specific-validation]
        expect: { mood: open }
      - show: [exploring-question]
        asks: ${factName}
        expect: { fact: ${factName} }
      - show: [solution, concrete-de-escalation]
    ends: helped
  - name: pushed away twice
    talk:
      - show: [dismiss]
        expect: { mood: cold }
      - show: [blame-customer]
    ends: left
`;
