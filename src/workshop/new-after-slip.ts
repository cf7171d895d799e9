/** The template of a new flow's mood after a slip. */
export const AFTER_SLIP = `
  # Where one slip leads. A slip never ends the talk, and there is always a way back.
  cold:
    emoji: 😤
    feels: I was brushed off. Much more of this, and I'm gone.
    calls-for: [validation, de-escalation]
    hint:
      - What would you want to hear after such a line?
      - Own it in one sentence. Then say what this is really about, or name one thing that you do yourself.
    says: «4»
      - I'm not sure that this is going anywhere.
      - say: You have one more try.
        softer: I'd still like to be helped.
      - I'm waiting for a sentence about me.
      - I'm reading your last message again. It doesn't get better.
      - Hm. And that's it?
      - I wonder why I'm still writing.
      - Say something that you'd say to my face.
    rules:
      - when: escalating
        need: { times: { escalating: 3 } } # in the whole talk, this message included
        says:
          - say: And again. That's enough.
            softer: I think it's better if I stop here.
          - say: Three times. I can count, you know.
            softer: That's more than I can take today.
        because: One brush-off after the other said that nothing would change.
        go: left
      - when: escalating
        says: «3»
          - say: You're doing it again. Do you notice?
            softer: That was much the same as before.
          - say: One more of those, and I'm gone.
            softer: I won't stay much longer for this.
          - I gave you a moment to take that back.
          - So it wasn't a slip.
        because: A second push came before the first one was mended.
      - when: repair
        says:
          - All right. That took something. Start again, then.
          - Okay. I'll pretend I haven't read the other one.
        because: You took back what came before, and most of what it had cost was earned back.
        go: upset
      - when: specific-validation
        feel: { frustration: -6, trust: +3 }
        says: «2»
          - That sounds more like somebody who listens.
          - Better. I'm still cross. But better.
          - So you did see it. «Stake 1», yes.
          - Hm. All right. Say it like that, and we can talk.
        because: You said what it really was, and that takes the heat out of it.
        go: upset
      - when: concrete-de-escalation
        says: «2»
          - Good. That's something you can be held to.
          - You, yourself? We'll see.
          - Fine. I'm keeping that message.
        because: Somebody took it on, in words that can be checked.
        go: upset
      - when: handover
        says:
          - Yes. Perhaps somebody else can read.
          - Please. I'm not getting any further here.
        because: Somebody else was brought in after the talk had gone wrong.
        go: passed-on
      - when: solution
        feel: { frustration: +5 }
        says:
          - You can't just drive on as if you hadn't written that.
          - say: First the brush-off, and now the brochure.
            softer: That came a bit soon after the last message.
        because: The brush-off still hung in the air when the fix came.
      - when: validation
        says: «2»
          - A minute ago you didn't sound like that.
          - That's nicer. It still isn't about me.
          - Kind words, a bit late.
        because: After a brush-off a general phrase is too little.
`;
